using System.Collections.Concurrent;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>All that was published, in the order of arrival.</summary>
internal sealed class Heard
{
    private readonly ConcurrentQueue<(Guid Id, object Message)> _messages = new();
    private readonly ConcurrentDictionary<Guid, bool> _markers = new();

    public IReadOnlyList<(Guid Id, object Message)> All => [.. _messages];

    public int Count => _messages.Count;

    public bool Has(Marker marker) => _markers.ContainsKey(marker.Id);

    public void Add(Guid id, object message)
    {
        if (message is Marker marker)
        {
            _markers[marker.Id] = true;
        }
        else
        {
            _messages.Enqueue((id, message));
        }
    }

    public IReadOnlyList<T> Of<T>() => [.. _messages.Select(heard => heard.Message).OfType<T>()];
}
