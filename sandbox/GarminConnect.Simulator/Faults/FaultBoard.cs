namespace GarminConnect.Simulator.Faults;

/// <summary>The faults that are set. The first that strikes wins.</summary>
internal sealed class FaultBoard(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private int _lastId;

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    public Fault Add(FaultSpec spec)
    {
        lock (_lock)
        {
            var fault = new Fault(++_lastId, spec, clock.GetUtcNow());
            _faults.Add(fault);
            return fault;
        }
    }

    /// <summary>Removes one fault, or all, and says how many.</summary>
    public int Remove(int? id)
    {
        lock (_lock)
        {
            return _faults.RemoveAll(fault => id is null || fault.Id == id);
        }
    }

    public Fault? Strike(string method, string endpoint, string path, string? account)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            return _faults.Find(fault => fault.Spec.Match!.Covers(method, endpoint, path, account) && fault.Strikes(now));
        }
    }
}
