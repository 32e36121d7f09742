using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>One number that Garmin gave.</summary>
/// <param name="Type">Which number.</param>
/// <param name="Value">In the unit of the type.</param>
/// <param name="Timestamp">When it was measured; UTC. Null for a value of the day as a whole.</param>
/// <param name="Details">What else belongs to it; null for nothing. With a timestamp: <c>date</c>, the athlete's day, and <c>utc_offset_seconds</c>, the offset of the athlete's clock, where they are known.</param>
public sealed record MetricValue(MetricValueType Type, double Value, DateTimeOffset? Timestamp = null, JsonObject? Details = null);
