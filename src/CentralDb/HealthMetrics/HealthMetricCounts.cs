namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>What a write did.</summary>
/// <param name="New">Data points that were not there.</param>
/// <param name="Changed">Data points that were there with something else.</param>
/// <param name="Unchanged">Data points that were there just so.</param>
internal sealed record HealthMetricCounts(int New, int Changed, int Unchanged);
