namespace GarminSync.Consumers.Events;

/// <summary>What is kept of a public event, before and after it has its place in the order.</summary>
internal abstract class EventRow
{
    /// <summary>The id of its message on the bus.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The name of its message, such as <c>ActivitySynced</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Null when it names no user.</summary>
    public required string? UserId { get; init; }

    /// <summary>Null when it names no job.</summary>
    public required Guid? JobId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>What it says: JSON, on one line.</summary>
    public required string Message { get; init; }
}
