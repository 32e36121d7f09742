using System.Text.Json;
using GarminSync.Bus.DeadLetters;

namespace GarminSync.Gateway.DeadLetters;

/// <summary>A message that was put aside. Sealed values are shown sealed, other secrets as <c>***</c>.</summary>
internal sealed record DeadLetterAnswer
{
    /// <summary>The message id, or a hash of a message that has none that fits into an address. A message that is put back and fails again has the same.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the message; null when it is not in an envelope.</summary>
    public string? MessageType { get; init; }

    /// <summary>The queue that it is put back to; null when nothing says which, and then it can only be discarded.</summary>
    public string? Source { get; init; }

    /// <summary>UTC time of its last failure; null when nothing says so.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>UTC time of its first failure; null when nothing says so.</summary>
    public DateTimeOffset? FirstFailedAt { get; init; }

    /// <summary>How often it was put back and has failed again.</summary>
    public required int TimesPutBack { get; init; }

    /// <summary>The type of the exception; null when it failed by none.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Why it is here, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>CentralDB's id of the user that it names; null when it names none.</summary>
    public string? UserId { get; init; }

    /// <summary>Length of the body in bytes.</summary>
    public required int Bytes { get; init; }

    /// <summary>The body; null when it is not JSON, or over 16 KiB.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The body as text when <c>body</c> is null, at most 16 KiB of it.</summary>
    public string? BodyText { get; init; }

    /// <summary>Whether <c>body_text</c> is only the beginning.</summary>
    public required bool BodyCut { get; init; }

    public static DeadLetterAnswer From(DeadLetter letter) => new()
    {
        Id = letter.Id,
        MessageType = letter.MessageType,
        Source = letter.Source,
        FailedAt = letter.FailedAt,
        FirstFailedAt = letter.FirstFailedAt,
        TimesPutBack = letter.TimesPutBack,
        ExceptionType = letter.ExceptionType,
        Reason = letter.Reason,
        UserId = letter.UserId,
        Bytes = letter.Bytes,
        Body = letter.Body,
        BodyText = letter.BodyText,
        BodyCut = letter.IsCut,
    };
}
