namespace GarminSync.Outbox;

/// <summary>The record that a consumer has handled a message.</summary>
internal sealed class InboxRow
{
    public required Guid MessageId { get; init; }

    /// <summary>Made by MassTransit from the names of consumer, message and queue: renaming one of them makes the consumer forget what it handled.</summary>
    public required Guid ConsumerId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
