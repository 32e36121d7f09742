namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>A bucket as the database answers it.</summary>
internal sealed record BucketRow(int Number, long Count, double Min, double Max, double Mean, double First, double Last, string? Unit);
