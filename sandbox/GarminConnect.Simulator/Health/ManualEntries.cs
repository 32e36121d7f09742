namespace GarminConnect.Simulator.Health;

/// <summary>What was typed in besides what the seed makes up, and what was deleted of both.</summary>
internal sealed class ManualEntries
{
    private readonly Lock _lock = new();
    private readonly List<WeighIn> _weighIns = [];
    private readonly List<BloodPressure> _bloodPressures = [];
    private readonly Dictionary<DateOnly, (double Milliliters, DateTime At)> _drinks = [];
    private readonly HashSet<long> _deleted = [];

    public IReadOnlyList<WeighIn> WeighIns(DateOnly day) => Locked(() => _weighIns.FindAll(entry => entry.Day == day));

    public IReadOnlyList<BloodPressure> BloodPressures(DateOnly day) => Locked(() => _bloodPressures.FindAll(entry => entry.Day == day));

    public (double Milliliters, DateTime At)? Drinks(DateOnly day) => Locked(() => _drinks.TryGetValue(day, out var drinks) ? drinks : ((double, DateTime)?)null);

    public bool Deleted(long id) => Locked(() => _deleted.Contains(id));

    public void Add(WeighIn entry) => Locked(() => _weighIns.Add(entry));

    public void Add(BloodPressure entry) => Locked(() => _bloodPressures.Add(entry));

    /// <summary>Adds to, or with a negative amount takes from, what was drunk on a day.</summary>
    public void Drink(DateOnly day, double milliliters, DateTime at) => Locked(() => _drinks[day] = (_drinks.GetValueOrDefault(day).Milliliters + milliliters, at));

    public void Delete(long id) => Locked(() =>
    {
        _deleted.Add(id);
        _weighIns.RemoveAll(entry => entry.Id == id);
        _bloodPressures.RemoveAll(entry => entry.Id == id);
    });

    private void Locked(Action change)
    {
        lock (_lock)
        {
            change();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
