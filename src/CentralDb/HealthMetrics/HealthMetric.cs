using System.Text.Json.Serialization;
using FitTrack.CentralDb.Api;

namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>One data point. Natural key: user, type, and the moment or the day that it is of.</summary>
internal sealed class HealthMetric
{
    public Guid UserId { get; init; }

    public required string MetricType { get; init; }

    /// <summary>When it was measured; <see langword="null"/> for a value of a whole day.</summary>
    public DateTimeOffset? Timestamp => Daily ? null : At;

    /// <summary>The day that it is of, the user's calendar; <see langword="null"/> for a moment, whose day depends on where the user was.</summary>
    public DateOnly? Date => Daily ? DateOnly.FromDateTime(At.UtcDateTime) : null;

    public double Value { get; set; }

    public string? Unit { get; set; }

    [JsonConverter(typeof(RawJson))]
    public string? Details { get; set; }

    public string? Source { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The timestamp, or the start of the day: what is sorted and filtered by.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    /// <summary>Whether it is of a whole day: a day and its first moment are two things.</summary>
    [JsonIgnore]
    public bool Daily { get; init; }

    [JsonIgnore]
    public HealthMetricKey Key => new(UserId, MetricType, At, Daily);
}
