using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>What a write of data points did; all zero from a CentralDB that does not say.</summary>
[JsonConverter(typeof(HealthMetricCountsJson))]
internal sealed record HealthMetricCounts(int New, int Changed, int Unchanged)
{
    public static readonly HealthMetricCounts Unknown = new(0, 0, 0);

    public static HealthMetricCounts operator +(HealthMetricCounts one, HealthMetricCounts other) =>
        new(one.New + other.New, one.Changed + other.Changed, one.Unchanged + other.Unchanged);
}
