namespace GarminConnect.Simulator.Requests;

/// <summary>Every request to a Garmin service since the start or the last reset; the newest entries, and counts of all.</summary>
internal sealed class RequestJournal
{
    private const int MaxEntries = 100_000;

    private readonly Lock _lock = new();
    private readonly Queue<RequestEntry> _entries = [];
    private readonly Dictionary<(string Call, string? Account), int> _counts = [];

    public void Add(RequestEntry entry)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > MaxEntries)
            {
                _entries.Dequeue();
            }

            var key = ($"{entry.Method} {entry.Endpoint}", entry.Account);
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _counts.Clear();
        }
    }

    /// <summary>How often each call was made, by one account or by all.</summary>
    public IReadOnlyDictionary<string, int> Counts(string? account)
    {
        lock (_lock)
        {
            return new SortedDictionary<string, int>(
                _counts.Where(pair => Matches(pair.Key.Account, account)).GroupBy(pair => pair.Key.Call, pair => pair.Value).ToDictionary(group => group.Key, group => group.Sum()));
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<RequestEntry> Entries(string? account, string? endpoint)
    {
        lock (_lock)
        {
            return [.. _entries.Where(entry => Matches(entry.Account, account) && (string.IsNullOrEmpty(endpoint) || entry.Endpoint == endpoint))];
        }
    }

    private static bool Matches(string? account, string? wanted) => string.IsNullOrEmpty(wanted) || string.Equals(account, wanted, StringComparison.OrdinalIgnoreCase);
}
