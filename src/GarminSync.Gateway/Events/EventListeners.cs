using GarminSync.Contracts;

namespace GarminSync.Gateway.Events;

/// <summary>The streams that wait for new events, and how far this process knows the order of events to go.</summary>
internal sealed class EventListeners
{
    private readonly Lock _lock = new();
    private readonly List<EventListener> _listeners = [];
    private long _last;

    /// <summary>Whether anybody waits.</summary>
    public bool Any
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Count > 0;
            }
        }
    }

    /// <param name="userId">Whose events are waited for; null: everybody's.</param>
    public EventListener Add(string? userId)
    {
        var listener = new EventListener(userId, this);
        lock (_lock)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    /// <summary>Wakes those who wait for the new events; everybody, when news of earlier ones was lost.</summary>
    public void Wake(PublicEventsAdded added)
    {
        lock (_lock)
        {
            var all = added.UserIds is null || added.After > _last;
            Wake(listener => all || listener.UserId is null || added.UserIds!.Contains(listener.UserId), added.Last);
        }
    }

    /// <summary>Wakes everybody when there are events of which there was no news.</summary>
    /// <param name="last">The newest event that there is.</param>
    public void Wake(long last)
    {
        lock (_lock)
        {
            Wake(_ => last > _last, last);
        }
    }

    public void Remove(EventListener listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
        }
    }

    private void Wake(Predicate<EventListener> who, long last)
    {
        foreach (var listener in _listeners.FindAll(who))
        {
            listener.News.Call();
        }

        _last = Math.Max(_last, last);
    }
}
