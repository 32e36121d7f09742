using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>The messages that wait in the queues of a virtual host, a line of JSON each, in the order in which they wait.</summary>
internal static class BrokerText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How addresses of the broker begin in messages and in the outbox: <c>rabbitmq://host:port/virtual-host/</c>.</summary>
    public static string Address(Uri amqp) => $"rabbitmq://{amqp.Host}{(amqp.Port is 5672 or -1 ? "" : $":{amqp.Port}")}{amqp.AbsolutePath}/";

    public static async Task PublishAsync(Uri amqp, IEnumerable<string> lines)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        foreach (var message in lines.Select(line => JsonSerializer.Deserialize<WaitingMessage>(line, Json)!))
        {
            var properties = new BasicProperties
            {
                Persistent = true,
                MessageId = message.MessageId,
                CorrelationId = message.CorrelationId,
                ContentType = message.ContentType,
                Headers = message.Headers.ToDictionary(header => header.Key, header => Value(header.Value), StringComparer.Ordinal),
            };
            await channel.BasicPublishAsync("", message.Queue, mandatory: true, properties, Encoding.UTF8.GetBytes(message.Body));
        }
    }

    /// <summary>Looks at the messages and leaves them there.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Uri amqp, IEnumerable<string> queues)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var lines = new List<string>();
        foreach (var queue in queues)
        {
            while (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
            {
                lines.Add(JsonSerializer.Serialize(Read(queue, message), Json));
            }
        }

        return lines;
    }

    // What the broker counts itself begins with "x-".
    private static WaitingMessage Read(string queue, BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var headers = (properties.Headers ?? new Dictionary<string, object?>(StringComparer.Ordinal)).Where(header => !header.Key.StartsWith("x-", StringComparison.Ordinal));
        return new WaitingMessage(
            queue,
            properties.MessageId,
            properties.CorrelationId,
            properties.ContentType,
            headers.ToDictionary(
                header => header.Key,
                header => JsonSerializer.SerializeToElement(header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value),
                StringComparer.Ordinal),
            Encoding.UTF8.GetString(message.Body.Span));
    }

    private static object? Value(JsonElement header) => header.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => header.GetInt64(),
        JsonValueKind.True or JsonValueKind.False => header.GetBoolean(),
        _ => header.GetString(),
    };

    private sealed record WaitingMessage(
        string Queue, string? MessageId, string? CorrelationId, string? ContentType, Dictionary<string, JsonElement> Headers, string Body);
}
