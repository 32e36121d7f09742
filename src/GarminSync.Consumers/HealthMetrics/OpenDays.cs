using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The open days of each metric: those to ask Garmin for.</summary>
internal sealed class OpenDays
{
    private readonly Dictionary<string, SortedSet<DateOnly>> _days = new(StringComparer.Ordinal);

    public bool None => _days.Count == 0;

    public void Add(Metric metric, DateOnly day)
    {
        if (!_days.TryGetValue(metric.Name, out var days))
        {
            _days[metric.Name] = days = [];
        }

        days.Add(day);
    }

    public bool Has(Metric metric) => _days.ContainsKey(metric.Name);

    /// <summary>The newest open day of a metric; null when it has none.</summary>
    public DateOnly? Newest(Metric metric) => _days.TryGetValue(metric.Name, out var days) ? days.Max : null;

    /// <summary>The open days of a metric within a range.</summary>
    public IReadOnlyCollection<DateOnly> Within(Metric metric, DayRange range) =>
        _days.TryGetValue(metric.Name, out var days) ? days.GetViewBetween(range.From, range.To) : [];

    /// <summary>Marks a metric's days of a range as answered.</summary>
    public void Close(Metric metric, DayRange range)
    {
        if (!_days.TryGetValue(metric.Name, out var days))
        {
            return;
        }

        days.RemoveWhere(range.Contains);
        if (days.Count == 0)
        {
            _days.Remove(metric.Name);
        }
    }
}
