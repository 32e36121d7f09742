using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Collects what an answer says about one metric on one day.</summary>
internal sealed class DayReading(Metric metric, DateOnly day)
{
    private readonly List<MetricValue> _values = [];
    private string? _unreadable;

    public DateOnly Day => day;

    public void Add(MetricValueType type, double value, DateTimeOffset? at, JsonObject? details)
    {
        if (type.IsMeasured(value))
        {
            _values.Add(new MetricValue(type, value, at, details));
        }
    }

    /// <param name="what">The member, and what is wrong with it.</param>
    public void MeetUnreadable(string what) => _unreadable ??= $"Garmin's answer is not readable: {what}.";

    /// <summary>A problem only when nothing could be read: one odd member does not spoil the others, but what it would have said is not known.</summary>
    /// <param name="doubt">Why no values cannot be taken for a day without data; null when they can.</param>
    public MetricDay ToMetricDay(string? doubt) => _values.TrueForAll(value => value.Type.IsGoal)
        ? new(metric, day, [], _unreadable ?? doubt)
        : new(metric, day, [.. _values.DistinctBy(value => (value.Type, value.Timestamp))]) { IsPartial = _unreadable is not null };
}
