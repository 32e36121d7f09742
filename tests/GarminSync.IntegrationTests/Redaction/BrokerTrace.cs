using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using GarminSync.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>Every message of a virtual host, headers and body, from the moment at which this starts: RabbitMQ's own trace.</summary>
internal sealed class BrokerTrace : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Place, byte[] Content)> _messages = new();
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private BrokerTrace(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    /// <summary>The messages so far, each with where it was published to or delivered from.</summary>
    public IReadOnlyCollection<(string Place, byte[] Content)> Messages => _messages;

    public static async Task<BrokerTrace> StartAsync(TestVirtualHost host)
    {
        await host.StartTracingAsync();
        var connection = await new ConnectionFactory { Uri = host.Amqp }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(queue.QueueName, "amq.rabbitmq.trace", "#");

        var trace = new BrokerTrace(connection, channel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            trace.Take(delivery.RoutingKey, delivery.BasicProperties, delivery.Body);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return trace;
    }

    /// <summary>Adds what still waits in the queues: nobody took it, and what the broker itself moved there is in no trace. Not those that belong to one connection.</summary>
    public async Task DrainAsync(TestVirtualHost host)
    {
        var lasting = (await host.GetQueuesAsync()).Where(queue => !queue.StartsWith("amq.", StringComparison.Ordinal) && !queue.Contains("_bus_", StringComparison.Ordinal));
        foreach (var queue in lasting)
        {
            await using var channel = await _connection.CreateChannelAsync();
            while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            {
                Take($"queue.{queue}", message.BasicProperties, message.Body);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Take(string place, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        using var all = new MemoryStream();
        Write(all, properties.Headers);
        all.Write(body.Span);
        _messages.Enqueue((place, all.ToArray()));
    }

    private static void Write(Stream all, object? value)
    {
        switch (value)
        {
            case byte[] bytes:
                all.Write(bytes);
                break;
            case IDictionary<string, object?> table:
                foreach (var (name, inner) in table)
                {
                    Write(all, name);
                    Write(all, inner);
                }

                break;
            case IEnumerable list and not string:
                foreach (var inner in list)
                {
                    Write(all, inner);
                }

                break;
            default:
                all.Write(Encoding.UTF8.GetBytes($"{value}\n"));
                break;
        }
    }
}
