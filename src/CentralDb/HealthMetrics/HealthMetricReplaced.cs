namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>What a replacement did.</summary>
/// <param name="New">Data points that were not there.</param>
/// <param name="Changed">Data points that were there with something else.</param>
/// <param name="Unchanged">Data points that were there just so.</param>
/// <param name="Deleted">Data points that were there and are no more.</param>
internal sealed record HealthMetricReplaced(int New, int Changed, int Unchanged, int Deleted);
