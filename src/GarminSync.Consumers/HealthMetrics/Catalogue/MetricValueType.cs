namespace GarminSync.Consumers.HealthMetrics;

/// <summary>One kind of number that a metric consists of: <c>metric_type</c> and <c>unit</c> in CentralDB.</summary>
/// <param name="Name">In snake case, such as <c>resting_heart_rate</c>; unique in the catalogue.</param>
/// <param name="Unit">SI, or as Garmin documents it: <c>bpm</c>, <c>s</c>, <c>m</c>, <c>kcal</c>, <c>%</c>, …; <c>1</c> for a mere number.</param>
internal sealed record MetricValueType(string Name, string Unit);
