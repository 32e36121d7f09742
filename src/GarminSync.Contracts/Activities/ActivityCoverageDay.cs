namespace GarminSync.Contracts;

/// <summary>What is known of the activities of one day. A day without any is not told.</summary>
public sealed record ActivityCoverageDay
{
    /// <summary>The day (<c>YYYY-MM-DD</c>, the athlete's calendar; of activities that older versions synced, UTC's); absent for activities whose day Garmin does not tell.</summary>
    public string? Date { get; init; }

    /// <summary>How many are in CentralDB, legs of multisport activities included.</summary>
    public required int Stored { get; init; }

    /// <summary>Those that were given up.</summary>
    public required IReadOnlyList<GivenUpActivityInfo> GivenUp { get; init; }
}
