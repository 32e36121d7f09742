using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Bus;

/// <summary>Counts what is in queues, over AMQP alone: a passive declaration answers with the number of messages, and needs no right.</summary>
/// <param name="options">Where the broker is.</param>
public sealed class QueueCounter(IOptions<BusOptions> options)
{
    private const int NoSuchQueue = 404;

    /// <summary>Whether there is a broker whose queues can be counted. The memory of one process has none.</summary>
    public bool CanCount => options.Value.Transport == Transport.RabbitMq;

    /// <summary>Counts queues, in the order given. Those that there are not yet are left out: MassTransit makes the queues for errors when something fails.</summary>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost.</exception>
    public async Task<IReadOnlyList<QueueDepth>> CountAsync(IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        if (!CanCount)
        {
            return [];
        }

        await using var connection = await BrokerConnection.OpenAsync(options.Value.RabbitMq, "garmin-sync counting", cancellationToken);
        List<QueueDepth> depths = [];
        IChannel? channel = null;
        foreach (var queue in queues)
        {
            channel ??= await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            try
            {
                var counted = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
                depths.Add(new QueueDepth(queue, (int)counted.MessageCount, (int)counted.ConsumerCount));
            }
            catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == NoSuchQueue)
            {
                // The broker closes the channel with that answer.
                await channel.DisposeAsync();
                channel = null;
            }
        }

        return depths;
    }
}
