namespace GarminSync.Web.Api;

/// <summary>The mean of a stretch of time.</summary>
/// <param name="Timestamp">Where it begins, UTC; null for values of days.</param>
/// <param name="Date">Its first day, the athlete's calendar; null for values of moments.</param>
/// <param name="Value">In the unit of the metric.</param>
public sealed record HealthPoint(DateTimeOffset? Timestamp, DateOnly? Date, double Value)
{
    /// <summary>The day; of a moment that of UTC.</summary>
    public DateOnly Day => Date ?? DateOnly.FromDateTime(Timestamp.GetValueOrDefault().UtcDateTime);
}
