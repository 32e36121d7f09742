namespace CentralDb.Client;

/// <summary>A metric with one value a day.</summary>
/// <param name="MetricType">What is measured, such as <c>steps</c>.</param>
/// <param name="Unit">Of the values. Null when CentralDB does not say.</param>
/// <param name="Days">In the order of time. A day without a value is not there.</param>
public sealed record HealthMetricDays(string MetricType, string? Unit, IReadOnlyList<HealthMetricDay> Days);
