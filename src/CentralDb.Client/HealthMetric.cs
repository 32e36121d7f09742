using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>One data point. Its key in CentralDB: user, metric type, and timestamp or date.</summary>
internal sealed record HealthMetric
{
    public required string UserId { get; init; }

    public required string MetricType { get; init; }

    /// <summary>UTC; null for a value of a day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The user's calendar day; null for a value of a moment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Date { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Details { get; init; }

    public required string Source { get; init; }
}
