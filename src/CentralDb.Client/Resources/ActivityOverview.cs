namespace CentralDb.Client;

/// <summary>What a list shows of an activity: once, with all its files.</summary>
public sealed record ActivityOverview
{
    /// <summary>Garmin's id of the activity.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary>CentralDB's id of the record with the highest revision, which has the source's own JSON. Another record takes its place when it is deleted.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The title. Null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Garmin's key of the kind of activity, such as <c>running</c>. Null when it is not known.</summary>
    public string? ActivityType { get; init; }

    /// <summary>When it began; UTC. Null when that is not known.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it began by the clock of the place, without a zone. Null when that is not known.</summary>
    public DateTime? StartTimeLocal { get; init; }

    /// <summary>How many seconds that clock was ahead of UTC. Null when it is not known.</summary>
    public int? UtcOffsetSeconds { get; init; }

    /// <summary>Garmin's id of the multisport activity that it is a leg of. Null for none.</summary>
    public long? ParentGarminActivityId { get; init; }

    /// <summary>In seconds. Null when it is not known.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>In metres. Null for a sport that has none.</summary>
    public double? DistanceMeters { get; init; }

    /// <summary>In metres. Null when it is not known.</summary>
    public double? ElevationGainMeters { get; init; }

    /// <summary>In kilocalories. Null when they are not known.</summary>
    public double? Calories { get; init; }

    /// <summary>In beats a minute. Null without a heart rate.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>In beats a minute. Null without a heart rate.</summary>
    public double? MaxHeartRate { get; init; }

    /// <summary>Counts up with each change of the activity, and with each file that is added to it.</summary>
    public long Revision { get; init; }

    /// <summary>When CentralDB's record was last changed; UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its files; none for an activity that was entered by hand.</summary>
    public IReadOnlyList<StoredActivityFile> Files { get; init; } = [];
}
