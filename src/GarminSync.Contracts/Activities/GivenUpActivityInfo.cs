namespace GarminSync.Contracts;

/// <summary>An activity that could not be synced, and is left alone for a while.</summary>
public sealed record GivenUpActivityInfo
{
    /// <summary>Garmin Connect's id of the activity.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>How often this version of it was given up.</summary>
    public required int Times { get; init; }

    /// <summary>A sync from then on tries again; one with <c>force</c> at once.</summary>
    public required DateTimeOffset NextTryAt { get; init; }
}
