namespace FitTrack.CentralDb.Activities;

/// <summary>The form of an upload, as the API's description shows it. The body itself is read as a stream, see <see cref="ActivityForm"/>.</summary>
internal sealed record ActivityUpload
{
    /// <summary>Garmin Connect's id of the activity.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>; <c>none</c> for an activity without a file.</summary>
    public required string FileFormat { get; init; }

    /// <summary>The file; absent with the format <c>none</c>.</summary>
    public IFormFile? File { get; init; }

    /// <summary>Which of several files of this format it is, from 1; 1 when absent.</summary>
    public int? FilePart { get; init; }

    /// <summary>What the file's SHA-256 must be; hexadecimal. Not checked when absent.</summary>
    public string? Sha256 { get; init; }

    /// <summary>A revision lower than the stored one changes nothing.</summary>
    public long? Revision { get; init; }

    public string? Name { get; init; }

    public string? ActivityType { get; init; }

    /// <summary>UTC when it has no offset.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>By the athlete's clock, such as <c>2026-07-06T01:44:02</c>, without a zone.</summary>
    public DateTime? StartTimeLocal { get; init; }

    /// <summary>How many seconds that clock was ahead of UTC.</summary>
    public int? UtcOffsetSeconds { get; init; }

    /// <summary>Garmin Connect's id of the multisport activity that it is a leg of.</summary>
    public long? ParentGarminActivityId { get; init; }

    public double? DurationSeconds { get; init; }

    public double? DistanceMeters { get; init; }

    public double? ElevationGainMeters { get; init; }

    public double? Calories { get; init; }

    public double? AverageHeartRate { get; init; }

    public double? MaxHeartRate { get; init; }

    /// <summary>Garmin's JSON about the activity.</summary>
    public string? RawSummary { get; init; }
}
