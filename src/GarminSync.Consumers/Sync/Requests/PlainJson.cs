using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads requests in plain JSON, also those that begin with a byte order mark, as some platforms write UTF-8.</summary>
internal sealed class PlainJson : ISerializerFactory, IMessageDeserializer
{
    private readonly SystemTextJsonRawMessageSerializer _json = new(RawSerializerOptions.AnyMessageType | RawSerializerOptions.AddTransportHeaders);

    public ContentType ContentType => _json.ContentType;

    public IMessageSerializer CreateSerializer() => _json;

    public IMessageDeserializer CreateDeserializer() => this;

    public void Probe(ProbeContext context) => _json.Probe(context);

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        _json.Deserialize(HasMark(body.GetBytes()) ? new BytesMessageBody(WithoutMark(body.GetBytes()).ToArray()) : body, headers, destinationAddress);

    public MessageBody GetMessageBody(string text) => _json.GetMessageBody(text);

    /// <summary>The bytes after the byte order mark; all of them when there is none.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] body) => HasMark(body) ? body.AsMemory(3) : body;

    private static bool HasMark(byte[] body) => body is [0xEF, 0xBB, 0xBF, ..];
}
