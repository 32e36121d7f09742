using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>A metric over a range of time.</summary>
/// <param name="MetricType">What is measured, such as <c>resting_heart_rate</c>.</param>
/// <param name="Unit">Of the values; null when CentralDB does not say.</param>
/// <param name="Daily">Whether these are values of days. With <c>raw</c>, a type that has values of moments too is there twice.</param>
/// <param name="PointSeconds">How long the stretch of a point is at most; null for weeks and months.</param>
/// <param name="Points">In the order of time. A stretch without a value is not there.</param>
internal sealed record HealthSeriesAnswer(string MetricType, string? Unit, bool Daily, double? PointSeconds, IReadOnlyList<HealthPointAnswer> Points)
{
    private const double SecondsOfDay = 86_400;

    public static HealthSeriesAnswer Of(HealthMetricSeries series) =>
        new(series.MetricType, series.Unit, series.Daily, series.BucketSeconds, [.. series.Buckets.Select(HealthPointAnswer.Of)]);

    public static HealthSeriesAnswer Of(HealthMetricDays metric, HealthResolution resolution) => new(
        metric.MetricType,
        metric.Unit,
        Daily: true,
        resolution == HealthResolution.Day ? SecondsOfDay : null,
        [.. metric.Days.GroupBy(day => StartOf(day.Date, resolution)).Select(days => HealthPointAnswer.Of(days.Key, [.. days]))]);

    // Weeks begin on Monday, as in ISO 8601.
    private static DateOnly StartOf(DateOnly day, HealthResolution resolution) => resolution switch
    {
        HealthResolution.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        HealthResolution.Month => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };
}
