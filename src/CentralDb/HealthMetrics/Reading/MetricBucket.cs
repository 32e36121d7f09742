using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>The values of a stretch of time.</summary>
/// <param name="Timestamp">Its beginning; absent for values of days.</param>
/// <param name="Date">Its first day; absent for values of moments.</param>
/// <param name="First">The earliest value.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value.</param>
/// <param name="Mean">The sum of the values divided by their number, however they lie in time.</param>
/// <param name="Last">The latest value.</param>
/// <param name="Count">How many values there are; at least 1.</param>
internal sealed record MetricBucket(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Timestamp,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date,
    double First,
    double Min,
    double Max,
    double Mean,
    double Last,
    long Count);
