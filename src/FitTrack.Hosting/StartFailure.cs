using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>Why a process did not start, where the person who runs it can put that right.</summary>
internal static class StartFailure
{
    /// <summary>What to tell that person, in one line; <see langword="null"/> for a failure that only a stack trace explains.</summary>
    public static string? ForThePerson(Exception exception) => exception switch
    {
        StartRefusedException => OneLine(exception.Message),
        OptionsValidationException invalid => OneLine(InvalidOptions.Describe(invalid)),
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. End the program that listens there, or name another address, for example --urls=http://localhost:8005.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AccessDenied or SocketError.AddressFamilyNotSupported } =>
            $"It cannot listen at its address: {OneLine(exception.Message).TrimEnd('.')}. Name another one, for example --urls=http://localhost:8005.",
        InvalidOperationException when exception.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "There is no certificate for https. Name one with Kestrel__Certificates__Default__Path, or listen with http behind a proxy that has one.",

        // Several options at once.
        AggregateException several when several.InnerExceptions.Select(ForThePerson).ToList() is var all && all.TrueForAll(reason => reason is not null) =>
            string.Join(' ', all.Distinct(StringComparer.Ordinal)),
        _ => InvalidOptions.DescribeUnreadable(exception) is { } reason ? OneLine(reason) : null,
    };

    // Messages of libraries have line breaks at times.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
