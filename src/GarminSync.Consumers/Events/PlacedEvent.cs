using GarminSync.Contracts;

namespace GarminSync.Consumers.Events;

/// <summary>A public event in its place. When it can be read, so can all before it.</summary>
internal sealed class PlacedEvent : EventRow
{
    /// <summary>Its place; see <see cref="PublicEvent.Id"/>.</summary>
    public required long Id { get; init; }

    public static PlacedEvent At(long id, PendingEvent pending) => new()
    {
        Id = id,
        MessageId = pending.MessageId,
        Type = pending.Type,
        UserId = pending.UserId,
        JobId = pending.JobId,
        SentAt = pending.SentAt,
        Message = pending.Message,
    };

    public PublicEvent ToContract() => new() { Id = Id, MessageId = MessageId, Type = Type, SentAt = SentAt, Message = Message };
}
