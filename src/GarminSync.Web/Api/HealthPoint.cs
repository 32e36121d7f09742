namespace GarminSync.Web.Api;

/// <summary>The values of a stretch of time.</summary>
/// <param name="Timestamp">Where it begins, UTC; null for values of days.</param>
/// <param name="Date">Its first day, the athlete's calendar; null for values of moments.</param>
/// <param name="Value">The mean, in the unit of the metric.</param>
/// <param name="Last">The latest.</param>
/// <param name="Count">How many there are; at least 1.</param>
public sealed record HealthPoint(DateTimeOffset? Timestamp, DateOnly? Date, double Value, double Last, long Count)
{
    /// <summary>The day; of a moment that of UTC.</summary>
    public DateOnly Day => Date ?? DateOnly.FromDateTime(Timestamp.GetValueOrDefault().UtcDateTime);
}
