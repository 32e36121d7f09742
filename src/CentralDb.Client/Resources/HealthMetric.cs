using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>One data point. Its key in CentralDB is the user, the metric type, and the timestamp or the date.</summary>
public sealed record HealthMetric
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>What is measured, such as <c>resting_heart_rate</c>.</summary>
    public required string MetricType { get; init; }

    /// <summary>The moment of the value; UTC. Null for a value of a day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The user's calendar day. Null for a value of a moment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Date { get; init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>The unit of <see cref="Value"/>, such as <c>bpm</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What belongs to the value and is more than a number: a JSON object. Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Details { get; init; }

    /// <summary>Where the value comes from, such as <c>garmin</c>.</summary>
    public required string Source { get; init; }
}
