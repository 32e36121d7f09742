namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The details that more than one metric has.</summary>
internal static class MetricDetails
{
    public const string UtcOffsetSeconds = "utc_offset_seconds";

    /// <summary>The offset from UTC, in seconds, at which the value was measured; null when it is not known.</summary>
    public static int? UtcOffset(MetricValue value) =>
        value.Details?[UtcOffsetSeconds] is { } offset && offset.GetValueKind() == System.Text.Json.JsonValueKind.Number ? offset.GetValue<int>() : null;
}
