namespace CentralDb.Client;

/// <summary>An activity and one file of it, for CentralDB. Its key there is the user, the Garmin id, the format and the part. What is null is not sent.</summary>
public sealed record ActivityUpload
{
    /// <summary>The format of an activity of which there is no file: it was entered by hand, or is not to be had in the formats asked for.</summary>
    public const string WithoutFile = "none";

    /// <summary>Garmin's id of the activity.</summary>
    public required long GarminActivityId { get; init; }

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

    /// <summary><c>fit</c>, <c>tcx</c>, <c>gpx</c>, or <see cref="WithoutFile"/>.</summary>
    public required string FileFormat { get; init; }

    /// <summary>Which of several files of one format it is, from 1; not sent when it is the first. A CentralDB that knows no parts keeps the last one sent.</summary>
    public int FilePart { get; init; } = 1;

    /// <summary>Of the file, lower-case hexadecimal. Null without one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Counts up with each change of the activity, and with each file that is added to it. CentralDB keeps the highest.</summary>
    public required int Revision { get; init; }

    /// <summary>The source's own JSON of the activity. Null for none.</summary>
    public string? RawSummary { get; init; }

    /// <summary>The size of the file in bytes; 0 without a file.</summary>
    public long FileLength { get; init; }

    /// <summary>Opens the file from its beginning; called once for each try. Null without a file.</summary>
    public Func<Stream>? OpenFile { get; init; }
}
