using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>An event, and the id of its message, which is made from what the event says: a subscriber that sees a repeat can tell.</summary>
internal sealed record IdentifiedEvent(object Event, Guid MessageId)
{
    public Task PublishAsync(ConsumeContext context) =>
        context.Publish(Event, Event.GetType(), publish => publish.MessageId = MessageId, context.CancellationToken);
}
