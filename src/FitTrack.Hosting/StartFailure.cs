using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>Why a process did not start, where the person who runs it can put that right.</summary>
internal static class StartFailure
{
    /// <summary>What to tell that person; <see langword="null"/> for a failure that only a stack trace explains.</summary>
    public static string? ForThePerson(Exception exception) => exception switch
    {
        StartRefusedException or OptionsValidationException => exception.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. End the program that listens there, or name another address, for example --urls=http://localhost:8005.",
        _ => null,
    };
}
