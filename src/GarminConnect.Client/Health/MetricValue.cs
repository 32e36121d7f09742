using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>One number that Garmin gave.</summary>
/// <param name="Type">Which number.</param>
/// <param name="Value">In the unit of the type.</param>
/// <param name="Timestamp">UTC, from a GMT field; null for a value of the day as a whole.</param>
/// <param name="Details">What else belongs to it; for a moment, its local date and offset.</param>
internal sealed record MetricValue(MetricValueType Type, double Value, DateTimeOffset? Timestamp = null, JsonObject? Details = null);
