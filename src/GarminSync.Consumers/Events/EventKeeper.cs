using GarminSync.Bus;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Events;

/// <summary>Keeps every public event, in the transaction that puts it into the outbox, and wakes <see cref="EventPlacer"/> after it.</summary>
internal sealed class EventKeeper : IOutboxListener
{
    /// <summary>Called when events were committed that have no places yet.</summary>
    public WakeUp Kept { get; } = new();

    public void Committing(OutboxDbContext db, IReadOnlyList<OutgoingMessage> messages) => db.AddRange(messages.Where(PublicEvents.Is).Select(PublicEvents.From));

    public void Committed(IReadOnlyList<OutgoingMessage> messages)
    {
        if (messages.Any(PublicEvents.Is))
        {
            Kept.Call();
        }
    }
}
