using CentralDb.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Outbox;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The days of an order that CentralDB was given, and the event about them.</summary>
internal sealed class WrittenDays
{
    private readonly List<(MetricDay Day, string Hash)> _days = [];
    private int _new;
    private int _changed;

    public bool Has(MetricDay day) => _days.Exists(written => written.Day.Metric.Name == day.Metric.Name && written.Day.Day == day.Day);

    /// <param name="days">Which.</param>
    /// <param name="counts">CentralDB's own.</param>
    /// <param name="isNew">Whether CentralDB had no values of a day before.</param>
    public void Add(IReadOnlyList<MetricDay> days, HealthMetricCounts counts, Func<MetricDay, bool> isNew)
    {
        _days.AddRange(days.Select(day => (day, ValuesHash.Of(day))));
        if (counts.New + counts.Changed + counts.Deleted > 0)
        {
            _new += counts.New;
            _changed += counts.Changed + counts.Deleted;
            return;
        }

        // A CentralDB that does not count, or one that has them from an earlier try whose process ended before the commit.
        foreach (var day in days)
        {
            _new += isNew(day) ? day.Values.Count : 0;
            _changed += isNew(day) ? 0 : day.Values.Count;
        }
    }

    /// <summary>Null when nothing was new or changed.</summary>
    public IdentifiedEvent? ToEvent(FetchHealthMetrics order) => _days.Count == 0 ? null : new IdentifiedEvent(Synced(order), EventId(order));

    private HealthMetricsSynced Synced(FetchHealthMetrics order) => new()
    {
        UserId = order.UserId,
        MetricTypes = [.. _days.SelectMany(day => TypesOf(day.Day)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        FirstDay = $"{_days.Min(day => day.Day.Day):yyyy-MM-dd}",
        LastDay = $"{_days.Max(day => day.Day.Day):yyyy-MM-dd}",
        NewValues = _new,
        ChangedValues = _changed,
        JobId = order.JobId,
    };

    private Guid EventId(FetchHealthMetrics order) => MessageIds.From(
        [nameof(HealthMetricsSynced), order.UserId, .. _days.Select(day => $"{day.Day.Metric.Name} {day.Day.Day:yyyy-MM-dd} {day.Hash}").Order(StringComparer.Ordinal)]);

    // What was deleted has no values any more.
    private static IEnumerable<string> TypesOf(MetricDay day) => day.Values.Count > 0 ? day.Values.Select(value => value.Type.Name) : day.Metric.Values.Select(type => type.Name);
}
