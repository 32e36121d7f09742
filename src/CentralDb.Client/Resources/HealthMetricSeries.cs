namespace CentralDb.Client;

/// <summary>A metric over a range of time, in no more points than a chart draws.</summary>
/// <param name="MetricType">What is measured, such as <c>heart_rate</c>.</param>
/// <param name="Unit">Of the values, such as <c>bpm</c>. Null when CentralDB does not say.</param>
/// <param name="Daily">Whether these are values of days. A type that has values of moments too is a second series.</param>
/// <param name="BucketSeconds">How long a bucket is, in seconds; the last one may be shorter. Whole days for values of days.</param>
/// <param name="Buckets">In the order of time. A gap in the data is a gap here: a bucket without a value is not there.</param>
public sealed record HealthMetricSeries(string MetricType, string? Unit, bool Daily, double BucketSeconds, IReadOnlyList<HealthMetricBucket> Buckets);
