namespace GarminConnect.Simulator.Health;

/// <summary>What was changed through the admin API.</summary>
internal sealed class DayChanges
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, DayChange> _byDay = [];
    private DateTimeOffset? _lastSync;

    /// <summary>The watch has not synchronised since; null for always in time.</summary>
    public DateTimeOffset? LastSync
    {
        get
        {
            lock (_lock)
            {
                return _lastSync;
            }
        }

        set
        {
            lock (_lock)
            {
                _lastSync = value;
            }
        }
    }

    public DayChange Of(DateOnly day)
    {
        lock (_lock)
        {
            return _byDay.GetValueOrDefault(day);
        }
    }

    /// <summary>Other values for the day, which was worn.</summary>
    public void Measure(DateOnly day)
    {
        lock (_lock)
        {
            _byDay[day] = new DayChange(_byDay.GetValueOrDefault(day).Revision + 1, Worn: true);
        }
    }

    /// <summary>Nothing for the day.</summary>
    public void Clear(DateOnly day)
    {
        lock (_lock)
        {
            _byDay[day] = _byDay.GetValueOrDefault(day) with { Worn = false };
        }
    }
}
