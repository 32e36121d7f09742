namespace GarminSync.Contracts;

/// <summary>A public event as it was published.</summary>
public sealed record PublicEvent
{
    /// <summary>Its place in the order of all public events. Later events have higher ones; some are never given.</summary>
    public required long Id { get; init; }

    /// <summary>The id of its message on the bus.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The name of its message, such as <c>ActivitySynced</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>What it says: the JSON object that is the member <c>message</c> of the body on the bus.</summary>
    public required string Message { get; init; }
}
