using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>A subscriber that knows nothing of MassTransit: a queue bound to the exchange of a message, with the plain RabbitMQ client.</summary>
internal sealed class PlainSubscriber : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private PlainSubscriber(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    /// <summary>The envelopes that arrived; what the event says is their <c>message</c>.</summary>
    public ConcurrentQueue<JsonElement> Envelopes { get; } = new();

    public static async Task<PlainSubscriber> StartAsync(Uri amqp, string message)
    {
        var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var exchange = $"GarminSync.Contracts:{message}";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var queue = await channel.QueueDeclareAsync($"plain-subscriber-{message}");
        await channel.QueueBindAsync(queue.QueueName, exchange, routingKey: "");

        var subscriber = new PlainSubscriber(connection, channel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            subscriber.Envelopes.Enqueue(JsonSerializer.Deserialize<JsonElement>(delivery.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return subscriber;
    }

    /// <summary>Publishes a body as it is, without an envelope, id or type.</summary>
    public async Task PublishPlainAsync(string message, string json) =>
        await _channel.BasicPublishAsync($"GarminSync.Contracts:{message}", routingKey: "", System.Text.Encoding.UTF8.GetBytes(json));

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
