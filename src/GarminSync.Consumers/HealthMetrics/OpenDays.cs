using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The open days of each metric: those to ask Garmin for. Quick for thirty years of all metrics.</summary>
internal sealed class OpenDays
{
    private readonly Dictionary<string, Days> _days = new(StringComparer.Ordinal);

    public bool None => _days.Count == 0;

    public void Add(Metric metric, DateOnly day)
    {
        if (!_days.TryGetValue(metric.Name, out var days))
        {
            _days[metric.Name] = days = new Days();
        }

        days.Add(day.DayNumber);
    }

    public bool Has(Metric metric) => _days.ContainsKey(metric.Name);

    /// <summary>The newest open day of a metric; null when it has none.</summary>
    public DateOnly? Newest(Metric metric) => _days.TryGetValue(metric.Name, out var days) ? DateOnly.FromDayNumber(days.Newest) : null;

    /// <summary>The oldest open day of a metric; null when it has none.</summary>
    public DateOnly? Oldest(Metric metric) => _days.TryGetValue(metric.Name, out var days) ? DateOnly.FromDayNumber(days.Oldest) : null;

    public bool Contains(Metric metric, DateOnly day) => _days.TryGetValue(metric.Name, out var days) && days.Contains(day.DayNumber);

    /// <summary>Another one with the same days, which stays as it is.</summary>
    public OpenDays Copy()
    {
        var copy = new OpenDays();
        foreach (var (metric, days) in _days)
        {
            copy._days[metric] = new Days(days);
        }

        return copy;
    }

    /// <summary>A copy with the days of another one too.</summary>
    public OpenDays With(OpenDays other)
    {
        var all = Copy();
        foreach (var (metric, days) in other._days)
        {
            all._days[metric] = all._days.TryGetValue(metric, out var known) ? known.With(days) : new Days(days);
        }

        return all;
    }

    /// <summary>The open days of a metric within a range, in order.</summary>
    public IReadOnlyList<DateOnly> Within(Metric metric, DayRange range) =>
        _days.TryGetValue(metric.Name, out var days) ? [.. range.Days.Where(day => days.Contains(day.DayNumber))] : [];

    /// <summary>A copy with the days from this one on.</summary>
    public OpenDays From(DateOnly first)
    {
        var copy = new OpenDays();
        foreach (var (metric, days) in _days)
        {
            if (days.Newest >= first.DayNumber)
            {
                copy._days[metric] = days.From(first.DayNumber);
            }
        }

        return copy;
    }

    /// <summary>Marks a metric's days of a range as answered.</summary>
    public void Close(Metric metric, DayRange range)
    {
        if (!_days.TryGetValue(metric.Name, out var days))
        {
            return;
        }

        for (var day = range.From.DayNumber; day <= range.To.DayNumber; day++)
        {
            days.Remove(day);
        }

        if (days.Count == 0)
        {
            _days.Remove(metric.Name);
        }
    }

    private sealed class Days
    {
        private readonly HashSet<int> _all = [];
        private int _newest = int.MinValue;
        private int _oldest = int.MaxValue;

        public Days()
        {
        }

        public Days(Days other) => (_all, _newest, _oldest) = ([.. other._all], other._newest, other._oldest);

        public int Count => _all.Count;

        /// <summary>Of a set that is not empty.</summary>
        public int Newest
        {
            get
            {
                while (!_all.Contains(_newest))
                {
                    _newest--;
                }

                return _newest;
            }
        }

        /// <summary>Of a set that is not empty.</summary>
        public int Oldest
        {
            get
            {
                while (!_all.Contains(_oldest))
                {
                    _oldest++;
                }

                return _oldest;
            }
        }

        public bool Contains(int day) => _all.Contains(day);

        public Days With(Days other)
        {
            var all = new Days(this);
            foreach (var day in other._all)
            {
                all.Add(day);
            }

            return all;
        }

        public Days From(int first)
        {
            var copy = new Days();
            for (var day = first; day <= Newest; day++)
            {
                if (Contains(day))
                {
                    copy.Add(day);
                }
            }

            return copy;
        }

        public void Add(int day)
        {
            _all.Add(day);
            (_newest, _oldest) = (Math.Max(_newest, day), Math.Min(_oldest, day));
        }

        public void Remove(int day) => _all.Remove(day);
    }
}
