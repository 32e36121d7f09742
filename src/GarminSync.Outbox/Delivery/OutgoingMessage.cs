namespace GarminSync.Outbox;

/// <summary>A message in the outbox, as <see cref="IOutboxListener"/> is told of it.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The message id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Whether it answers a request, and so goes to nobody but the requester.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>The urn of its type, such as <c>urn:message:Namespace:Name</c>.</summary>
    public required string MessageType { get; init; }

    /// <summary>The body as it goes to the broker: JSON, with the envelope around the message.</summary>
    public required string Body { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
