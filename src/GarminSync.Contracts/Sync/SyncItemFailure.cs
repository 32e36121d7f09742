namespace GarminSync.Contracts;

/// <summary>An item of a job that was given up.</summary>
public sealed record SyncItemFailure
{
    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one: Garmin's activity id, the metric and its days, or the workout id.</summary>
    public required string Item { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }
}
