namespace GarminSync.Outbox;

/// <summary>Told of what goes through the outbox, when such a service is registered: keeps messages for other ways out than the broker.</summary>
public interface IOutboxListener
{
    /// <summary>Before the commit of a unit of work. What is added to <paramref name="db"/> is committed with them, or not at all.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="messages">Its messages, in the order in which they were published.</param>
    void Committing(OutboxDbContext db, IReadOnlyList<OutgoingMessage> messages);

    /// <summary>After the commit. Must not throw, nor take long: the handler of a message waits.</summary>
    /// <param name="messages">The same messages.</param>
    void Committed(IReadOnlyList<OutgoingMessage> messages);
}
