using System.Runtime.CompilerServices;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Bus.DeadLetters;

/// <summary>
/// A queue of dead letters while somebody looks into it. What is read is ours until it is given back, or the channel ends: nobody else sees it meanwhile.
/// </summary>
/// <param name="channel">Its own, with confirmations.</param>
/// <param name="queue">The queue.</param>
/// <param name="messages">How many it has; a moment old.</param>
/// <param name="clock">Limits how long a confirmation is waited for.</param>
internal sealed class OpenDeadLetterQueue(IChannel channel, string queue, int messages, TimeProvider clock)
{
    // Each look counts as a delivery, and after 20 of them a quorum queue puts a message aside once more, or drops it.
    private const int ManyDeliveries = 10;

    private const int NotFound = 404;
    private const ulong AllThatWereRead = 0;

    // Not the caller's patience: when they go between the confirmation and the acknowledgement, the message would be there twice.
    private static readonly TimeSpan ConfirmedWithin = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ulong, BasicGetResult> _looked = [];

    public int Messages { get; } = messages;

    public string Queue { get; } = queue;

    /// <summary>Reads from the front, to the end or to a limit.</summary>
    public async IAsyncEnumerable<BasicGetResult> ReadAsync(int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var read = 0; read < most && await channel.BasicGetAsync(Queue, autoAck: false, cancellationToken) is { } message; read++)
        {
            if (message.BasicProperties.Number(DeadLetterHeaders.Deliveries) >= ManyDeliveries)
            {
                _looked.Add(message.DeliveryTag, message);
            }

            yield return message;
        }
    }

    /// <summary>Takes a message that was read out of the queue.</summary>
    public async Task RemoveAsync(BasicGetResult message)
    {
        _looked.Remove(message.DeliveryTag);
        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
    }

    /// <summary>Sends a message that was read to a queue, and takes it out of this one when the broker has confirmed it.</summary>
    /// <exception cref="QueueMissingException">There is no such queue.</exception>
    /// <exception cref="PublishException">The broker did not take it.</exception>
    /// <exception cref="UnconfirmedException">It was not confirmed in time. It is still in this queue, and may be in the other one too.</exception>
    public async Task MoveAsync(BasicGetResult message, string toQueue, BasicProperties properties)
    {
        using var late = new CancellationTokenSource(ConfirmedWithin, clock);
        try
        {
            // The exchange that each queue has of its own name, which needs a narrower right than the default exchange.
            await channel.BasicPublishAsync(toQueue, routingKey: "", mandatory: true, properties, message.Body, late.Token);
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested)
        {
            throw new UnconfirmedException(toQueue, exception);
        }

        catch (Exception exception) when (exception is PublishReturnException or OperationInterruptedException { ShutdownReason.ReplyCode: NotFound })
        {
            throw new QueueMissingException(toQueue, exception);
        }

        await RemoveAsync(message);
    }

    /// <summary>Gives back what was read and is still here, in its order. In the place of what has been looked at often it puts copies, at the end of the queue, whose looks are counted anew.</summary>
    public async Task GiveBackAsync()
    {
        foreach (var message in _looked.Values.ToList())
        {
            await MoveAsync(message, Queue, message.BasicProperties.ForCopy());
        }

        // Said, and not left to the end of the channel, of which the queue hears later than whoever looks next.
        await channel.BasicNackAsync(AllThatWereRead, multiple: true, requeue: true, CancellationToken.None);
        await channel.CloseAsync(CancellationToken.None);
    }
}
