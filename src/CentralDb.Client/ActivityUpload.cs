namespace CentralDb.Client;

/// <summary>An activity and one file of it, for CentralDB. Its key there: user, Garmin id, format.</summary>
internal sealed record ActivityUpload
{
    /// <summary>The format of an activity of which there is no file: it was entered by hand, or is not to be had in the formats asked for.</summary>
    public const string WithoutFile = "none";

    public required long GarminActivityId { get; init; }

    public string? Name { get; init; }

    public string? ActivityType { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? StartTime { get; init; }

    public double? DurationSeconds { get; init; }

    public double? DistanceMeters { get; init; }

    public double? ElevationGainMeters { get; init; }

    public double? Calories { get; init; }

    public double? AverageHeartRate { get; init; }

    public double? MaxHeartRate { get; init; }

    /// <summary><c>fit</c>, <c>tcx</c>, <c>gpx</c>, or <see cref="WithoutFile"/>.</summary>
    public required string FileFormat { get; init; }

    /// <summary>Of the file; lower-case hexadecimal. Null without one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Counts up with each change of the activity.</summary>
    public required int Revision { get; init; }

    /// <summary>The source's own JSON of the activity.</summary>
    public string? RawSummary { get; init; }

    /// <summary>In bytes; 0 without a file.</summary>
    public long FileLength { get; init; }

    /// <summary>Opens the file from its beginning; called once for each try. Null without a file.</summary>
    public Func<Stream>? OpenFile { get; init; }
}
