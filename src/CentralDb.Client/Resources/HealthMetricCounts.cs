using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>What a write of data points did.</summary>
/// <param name="New">How many points were not there before.</param>
/// <param name="Changed">How many were there with another value.</param>
/// <param name="Unchanged">How many were there just so.</param>
[JsonConverter(typeof(HealthMetricCountsJson))]
public sealed record HealthMetricCounts(int New, int Changed, int Unchanged)
{
    /// <summary>How many were there and are no more: deleted, or marked as superseded. 0 for a mere write.</summary>
    public int Deleted { get; init; }

    /// <summary>All zero: the answer of a CentralDB that does not count.</summary>
    public static readonly HealthMetricCounts Unknown = new(0, 0, 0);

    /// <summary>The counts of two writes together.</summary>
    /// <param name="one">The counts of one write.</param>
    /// <param name="other">The counts of the other.</param>
    /// <returns>Their sum, count by count.</returns>
    public static HealthMetricCounts operator +(HealthMetricCounts one, HealthMetricCounts other) =>
        new(one.New + other.New, one.Changed + other.Changed, one.Unchanged + other.Unchanged) { Deleted = one.Deleted + other.Deleted };
}
