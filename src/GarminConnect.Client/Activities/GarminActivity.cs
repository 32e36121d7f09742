namespace GarminConnect.Client;

/// <summary>One activity as Garmin's activity list describes it. Everything but the id may be missing.</summary>
internal sealed record GarminActivity
{
    /// <summary>Source: <c>activityId</c>.</summary>
    public required long ActivityId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Garmin's key of the exact type, for example <c>trail_running</c>.</summary>
    public string? TypeKey { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The wall clock where it started, without zone.</summary>
    public DateTime? LocalStartTime { get; init; }

    /// <summary>Timer time: pauses not included.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Wall clock time: pauses included.</summary>
    public double? ElapsedSeconds { get; init; }

    public double? MovingSeconds { get; init; }

    public double? DistanceMeters { get; init; }

    public double? ElevationGainMeters { get; init; }

    public double? ElevationLossMeters { get; init; }

    public double? AverageSpeedMetersPerSecond { get; init; }

    /// <summary>Kilocalories, resting part included.</summary>
    public double? Calories { get; init; }

    /// <summary>Beats a minute.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>Beats a minute.</summary>
    public double? MaxHeartRate { get; init; }

    /// <summary>Watts.</summary>
    public double? AveragePower { get; init; }

    public long? Steps { get; init; }

    public long? DeviceId { get; init; }

    /// <summary>Entered by hand: there is no file of it. Null when the list does not say.</summary>
    public bool? EnteredByHand { get; init; }

    /// <summary>The row as Garmin sent it (JSON), without what describes the owner.</summary>
    public required string RawSummary { get; init; }

    /// <summary>
    /// Changes when one of the values above changes, <see cref="RawSummary"/> aside, to which Garmin adds members as it likes. The list itself has no
    /// modification time.
    /// </summary>
    public required string ContentHash { get; init; }
}
