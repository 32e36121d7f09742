using System.Text.Json;

namespace GarminSync.Bus.DeadLetters;

/// <summary>A message that was put aside, as a person may see it: sealed values as they are, and no other secret.</summary>
public sealed record DeadLetter
{
    /// <summary>The message id; of a message without one, or with one that does not fit into an address, a hash of both id and body. The same when it comes back.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the message, such as <c>SyncRequested</c>; null when the body is not in MassTransit's envelope.</summary>
    public string? MessageType { get; init; }

    /// <summary>The queue that it is from and is put back to; null when nothing says so.</summary>
    public string? Source { get; init; }

    /// <summary>UTC time of the last failure; null when nothing says so.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>UTC time of the first failure, also when it was put back since.</summary>
    public DateTimeOffset? FirstFailedAt { get; init; }

    /// <summary>How often it was put back and has failed again.</summary>
    public int TimesPutBack { get; init; }

    /// <summary>The type of the exception; null when it failed by none.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Why, in words: the message of the exception, on one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The user that the message names; null when it names none.</summary>
    public string? UserId { get; init; }

    /// <summary>Length of the body in bytes.</summary>
    public required int Bytes { get; init; }

    /// <summary>The body; null when it is not JSON, or long.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The body, or its beginning, as text when <see cref="Body"/> is null.</summary>
    public string? BodyText { get; init; }

    /// <summary>Whether <see cref="BodyText"/> is only the beginning.</summary>
    public bool IsCut { get; init; }
}
