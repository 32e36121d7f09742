using System.Collections.Concurrent;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>All that was published, in the order of arrival.</summary>
internal sealed class Heard
{
    private readonly List<(Guid Id, object Message)> _messages = [];
    private readonly ConcurrentDictionary<Guid, bool> _markers = new();

    public IReadOnlyList<(Guid Id, object Message)> All => Since(0);

    public int Count
    {
        get
        {
            lock (_messages)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>What came after the first so many: a long test does not look at everything again and again.</summary>
    public IReadOnlyList<(Guid Id, object Message)> Since(int count)
    {
        lock (_messages)
        {
            return _messages[count..];
        }
    }

    public bool Has(Marker marker) => _markers.ContainsKey(marker.Id);

    public void Add(Guid id, object message)
    {
        if (message is Marker marker)
        {
            _markers[marker.Id] = true;
        }
        else
        {
            lock (_messages)
            {
                _messages.Add((id, message));
            }
        }
    }

    public IReadOnlyList<T> Of<T>() => [.. All.Select(heard => heard.Message).OfType<T>()];
}
