namespace GarminSync.Contracts;

/// <summary>A request was refused; nothing was started.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record SyncRefused
{
    /// <summary>One of <see cref="SyncRefusals"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is wrong and what to do, for a person.</summary>
    public required string Detail { get; init; }

    /// <summary>UTC time from which the request may succeed; only when rate limited.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What is wrong with each field, by its name on the bus, in words that go on from that name; absent when no field is to blame, or <see cref="Detail"/> alone says it.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}
