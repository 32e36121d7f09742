using RabbitMQ.Client;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>The broker as an operator's tools, and clients in other languages, see it: the plain RabbitMQ client.</summary>
internal sealed class PlainClient : IAsyncDisposable
{
    private readonly IConnection _connection;

    private PlainClient(IConnection connection) => _connection = connection;

    public static async Task<PlainClient> ConnectAsync(Uri amqp) =>
        new(await new ConnectionFactory { Uri = amqp, MaxInboundMessageBodySize = 16_000_000 }.CreateConnectionAsync());

    public async Task PublishAsync(string exchange, string routingKey, ReadOnlyMemory<byte> body, string? contentType = null)
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var properties = new BasicProperties { Persistent = true };
        if (contentType is not null)
        {
            properties.ContentType = contentType;
        }

        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, body);
    }

    /// <summary>How many messages wait in the queue; 0 when there is no such queue.</summary>
    public async Task<int> CountAsync(string queue)
    {
        try
        {
            await using var channel = await _connection.CreateChannelAsync();
            return (int)await channel.MessageCountAsync(queue);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }

    /// <summary>Takes one message out of the queue; null when it is empty.</summary>
    public async Task<BasicGetResult?> TakeAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        return await channel.BasicGetAsync(queue, autoAck: true);
    }

    /// <summary>Is given one message and dies over it: the broker takes it back. False when there was none.</summary>
    public async Task<bool> DieOverOneAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        return await channel.BasicGetAsync(queue, autoAck: false) is not null;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
