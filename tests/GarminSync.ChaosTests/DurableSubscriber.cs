using System.Text.Json;
using RabbitMQ.Client;

namespace GarminSync.ChaosTests;

/// <summary>A subscriber that knows nothing of MassTransit, and that reads its durable queue when all is over.</summary>
internal static class DurableSubscriber
{
    private const string Exchange = "GarminSync.Contracts:ActivitySynced";
    private const string Queue = "durable-subscriber";

    public static async Task SubscribeAsync(Uri amqp)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, Exchange, routingKey: "");
    }

    /// <summary>All that has arrived, repeats included.</summary>
    public static async Task<IReadOnlyList<SeenActivity>> ReadAsync(Uri amqp)
    {
        var seen = new List<SeenActivity>();
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        while (await channel.BasicGetAsync(Queue, autoAck: true) is { } delivery)
        {
            var envelope = JsonSerializer.Deserialize<JsonElement>(delivery.Body.Span);
            var message = envelope.GetProperty("message");
            seen.Add(new SeenActivity(
                envelope.GetProperty("messageId").GetGuid(),
                message.GetProperty("userId").GetString()!,
                message.GetProperty("garminActivityId").GetInt64(),
                message.GetProperty("revision").GetInt32()));
        }

        return seen;
    }
}
