namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>A metric with one value a day.</summary>
/// <param name="MetricType">What is measured.</param>
/// <param name="Unit">Of the values, as the last day has it.</param>
/// <param name="Days">In the order of time. A day without a value is not there.</param>
internal sealed record MetricDays(string MetricType, string? Unit, IReadOnlyList<MetricDay> Days);
