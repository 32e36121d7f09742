using GarminSync.Bus;

namespace GarminSync.Gateway.Events;

/// <summary>One stream that waits for news. To be disposed of when it ends.</summary>
internal sealed class EventListener(string? userId, EventListeners all) : IDisposable
{
    public string? UserId { get; } = userId;

    public WakeUp News { get; } = new();

    public void Dispose() => all.Remove(this);
}
