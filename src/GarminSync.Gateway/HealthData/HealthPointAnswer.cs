using System.Text.Json.Serialization;
using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>The values of a stretch of time.</summary>
/// <param name="Timestamp">Where it begins, in UTC; absent for values of days.</param>
/// <param name="Date">Its first day, the athlete's calendar; absent for values of moments.</param>
/// <param name="Value">The mean.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
/// <param name="Count">How many there are; at least 1.</param>
internal sealed record HealthPointAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Timestamp,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date,
    double Value,
    double Min,
    double Max,
    double First,
    double Last,
    long Count)
{
    public static HealthPointAnswer Of(HealthMetricBucket bucket) =>
        new(bucket.Timestamp, bucket.Date, bucket.Mean, bucket.Min, bucket.Max, bucket.First, bucket.Last, bucket.Count);

    public static HealthPointAnswer Of(DateOnly start, IReadOnlyList<HealthMetricDay> days) => new(
        Timestamp: null,
        start,
        days.Average(day => day.Value),
        days.Min(day => day.Value),
        days.Max(day => day.Value),
        days[0].Value,
        days[^1].Value,
        days.Count);
}
