using System.Text.Json.Serialization;
using FitTrack.CentralDb.Api;

namespace FitTrack.CentralDb.Activities;

/// <summary>One activity in one file format. Natural key: user, Garmin id, format, part.</summary>
internal sealed class Activity
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public long GarminActivityId { get; init; }

    public string? Name { get; set; }

    public string? ActivityType { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    /// <summary>When it began by the athlete's clock, such as <c>2026-07-06T01:44:02</c>, without a zone. Text, because no type of PostgreSQL's provider takes a time without one.</summary>
    public string? StartTimeLocal { get; set; }

    /// <summary>How many seconds that clock was ahead of UTC.</summary>
    public int? UtcOffsetSeconds { get; set; }

    /// <summary>Garmin's id of the multisport activity that it is a leg of.</summary>
    public long? ParentGarminActivityId { get; set; }

    public double? DurationSeconds { get; set; }

    public double? DistanceMeters { get; set; }

    public double? ElevationGainMeters { get; set; }

    public double? Calories { get; set; }

    public double? AverageHeartRate { get; set; }

    public double? MaxHeartRate { get; set; }

    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>; <c>none</c> for an activity without a file.</summary>
    public required string FileFormat { get; init; }

    /// <summary>Which of several files of this format it is, from 1.</summary>
    public int FilePart { get; init; } = 1;

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits; null without a file.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Grows with each change of Garmin's copy; a lower one never overwrites a higher one.</summary>
    public long Revision { get; set; }

    /// <summary>What Garmin says about the activity, as JSON.</summary>
    [JsonConverter(typeof(RawJson))]
    public string? RawSummary { get; set; }

    /// <summary>Where the file lies, relative to the activity folder; null without a file.</summary>
    public string? FilePath { get; set; }

    /// <summary>Size of the file in bytes; 0 without a file.</summary>
    public long FileSize { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts writes, so that of two that read the same state one has to look again.</summary>
    [JsonIgnore]
    public int Version { get; set; }
}
