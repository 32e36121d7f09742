namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>A metric over a range, in no more points than a chart draws.</summary>
/// <param name="MetricType">What is measured.</param>
/// <param name="Unit">Of the values, as the last bucket has it.</param>
/// <param name="Daily">Whether these are values of days. A type that has values of moments too is a second series.</param>
/// <param name="BucketSeconds">How long a bucket is; the last one may be shorter. Whole days for values of days.</param>
/// <param name="Buckets">In the order of time. One without a value is not there.</param>
internal sealed record MetricSeries(string MetricType, string? Unit, bool Daily, double BucketSeconds, IReadOnlyList<MetricBucket> Buckets);
