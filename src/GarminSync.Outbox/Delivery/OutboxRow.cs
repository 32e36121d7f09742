using MassTransit;
using MassTransit.Context;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace GarminSync.Outbox;

/// <summary>A message that is committed and not yet known to be with the broker.</summary>
internal sealed class OutboxRow : OutboxMessageContext
{
    /// <summary>The order in which the rows of one transaction, and of transactions that waited for one another, were written.</summary>
    public long Seq { get; init; }

    /// <summary>The sweep leaves the row alone until then.</summary>
    public required DateTimeOffset SweepAfter { get; set; }

    public required Guid MessageId { get; init; }

    public Guid? RequestId { get; init; }

    public Guid? CorrelationId { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? InitiatorId { get; init; }

    public required Uri DestinationAddress { get; init; }

    public Uri? SourceAddress { get; init; }

    public Uri? ResponseAddress { get; init; }

    public Uri? FaultAddress { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The message's type and its base types, as urns with semicolons between them.</summary>
    public required string MessageType { get; init; }

    public required string Body { get; init; }

    public string? Headers { get; init; }

    /// <summary>What the transport adds, such as a routing key.</summary>
    public string? Properties { get; init; }

    long OutboxMessageContext.SequenceNumber => Seq;

    Guid? MessageContext.MessageId => MessageId;

    DateTime? MessageContext.SentTime => SentAt.UtcDateTime;

    DateTime? MessageContext.ExpirationTime => ExpiresAt?.UtcDateTime;

    HostInfo MessageContext.Host => HostMetadataCache.Host;

    Headers MessageContext.Headers => new DictionarySendHeaders(Read(Headers)!);

    IReadOnlyDictionary<string, object> OutboxMessageContext.Properties => Read(Properties);

    public static OutboxRow From<T>(SendContext<T> context, DateTimeOffset now, DateTimeOffset sweepAfter)
        where T : class
    {
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        (context as TransportSendContext<T>)?.WritePropertiesTo(properties);
        return new OutboxRow
        {
            SweepAfter = sweepAfter,
            MessageId = context.MessageId ?? throw new MessageException(typeof(T), "A message without an id cannot go through the outbox."),
            RequestId = context.RequestId,
            CorrelationId = context.CorrelationId,
            ConversationId = context.ConversationId,
            InitiatorId = context.InitiatorId,
            DestinationAddress = ByExchange(context.DestinationAddress ?? throw new MessageException(typeof(T), "A message without a destination cannot go through the outbox.")),
            SourceAddress = context.SourceAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            SentAt = now,
            ExpiresAt = now + context.TimeToLive,
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            MessageType = string.Join(';', context.SupportedMessageTypes),
            Body = context.Serializer.GetMessageBody(context).GetString(),
            Headers = Json.SerializeDictionary(context.Headers.GetAll()),
            Properties = Json.SerializeDictionary(properties),
        };
    }

    public OutgoingMessage ToOutgoing() => new()
    {
        MessageId = MessageId,
        IsAnswer = RequestId is not null,
        MessageType = MessageType.Split(';')[0],
        Body = Body,
        SentAt = SentAt,
    };

    private static SystemTextJsonMessageSerializer Json => SystemTextJsonMessageSerializer.Instance;

    // A queue's address makes the sender declare the queue as a classic one, which a broker that has it as a quorum queue refuses. The queue's
    // exchange, which has its name, is enough.
    private static Uri ByExchange(Uri destination)
    {
        if (!destination.Query.Contains("bind=true", StringComparison.Ordinal))
        {
            return destination;
        }

        var kept = destination.Query.TrimStart('?').Split('&').Where(part => part is not "bind=true" && !part.StartsWith("queue=", StringComparison.Ordinal));
        return new UriBuilder(destination) { Query = string.Join('&', kept) }.Uri;
    }

    private static Dictionary<string, object> Read(string? json) =>
        Json.DeserializeDictionary<object>(json) ?? new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
}
