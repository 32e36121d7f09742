namespace GarminConnect.Simulator.Health;

/// <summary>Days whose curves Garmin has moved to slow storage: those older than so many days, until somebody asks to load them back.</summary>
internal sealed class ArchivedCurves(int? keptDays)
{
    private readonly Lock _lock = new();
    private readonly HashSet<DateOnly> _loaded = [];

    public bool Has(HealthDay day)
    {
        lock (_lock)
        {
            return keptDays is { } kept && day.Day < day.History.Today.AddDays(-kept) && !_loaded.Contains(day.Day);
        }
    }

    public void Load(DateOnly day)
    {
        lock (_lock)
        {
            _loaded.Add(day);
        }
    }
}
