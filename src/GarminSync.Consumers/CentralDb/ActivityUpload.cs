namespace GarminSync.Consumers.CentralDb;

/// <summary>An activity and one file of it, for CentralDB. Its key there: user, Garmin id, format.</summary>
internal sealed record ActivityUpload
{
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

    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>.</summary>
    public required string FileFormat { get; init; }

    /// <summary>Of the file; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Counts up with each change of the activity.</summary>
    public required int Revision { get; init; }

    /// <summary>The source's own JSON of the activity.</summary>
    public string? RawSummary { get; init; }

    /// <summary>In bytes.</summary>
    public required long FileLength { get; init; }

    /// <summary>Opens the file from its beginning; called once for each try.</summary>
    public required Func<Stream> OpenFile { get; init; }
}
