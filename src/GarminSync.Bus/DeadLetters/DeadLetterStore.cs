using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Bus.DeadLetters;

/// <summary>
/// What was put aside: messages that failed each time (<c>…_error</c>), that nobody knows (<c>…_skipped</c>), or that were delivered too often. Over AMQP alone, with a
/// connection of its own for each call, so that it works without the management plugin and while no consumer runs.
/// </summary>
/// <remarks>Two calls of one process take turns; to those of another process, what one is looking at is not there.</remarks>
/// <param name="options">Where the broker is.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Where it is told what a person did.</param>
public sealed partial class DeadLetterStore(IOptions<BusOptions> options, TimeProvider clock, ILogger<DeadLetterStore> logger) : IDisposable
{
    /// <summary>How many messages from the front of a queue one call reads at most.</summary>
    public const int MostRead = 1000;

    /// <summary>How many messages from the front of a queue are looked through for those of a person who is erased.</summary>
    public const int MostLookedThrough = 20_000;

    private const int NoSuchQueue = 404;
    private const int AccessRefused = 403;

    private static readonly CreateChannelOptions WithConfirmations = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether dead letters are kept. The memory of one process keeps none.</summary>
    public bool IsKept => options.Value.Transport == Transport.RabbitMq;

    /// <summary>The first dead letters of a queue; none when there is no such queue yet.</summary>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach, or does not answer in time.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost, or the user may not read the queue.</exception>
    public Task<DeadLetterList> ListAsync(string queue, int limit, CancellationToken cancellationToken) => InQueueAsync(
        queue,
        new DeadLetterList(0, []),
        async open =>
        {
            List<DeadLetter> letters = [];
            await foreach (var message in open.ReadAsync(Math.Min(limit, MostRead), cancellationToken))
            {
                letters.Add(DeadLetterReader.Read(message, queue));
            }

            return new DeadLetterList(Math.Max(open.Messages, letters.Count), letters);
        },
        cancellationToken);

    /// <summary>Puts a dead letter back to the queue that it is from.</summary>
    /// <returns>It as it was; with a <see cref="DeadLetter.Source"/> of null it was left where it is. Null when there is none, or somebody else has it in hand.</returns>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach, or does not answer in time.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost, or the user may not do it.</exception>
    /// <exception cref="QueueMissingException">Its queue is not on the broker.</exception>
    /// <exception cref="UnconfirmedException">The broker did not confirm it. It is still there, and may be in its queue too.</exception>
    public Task<DeadLetter?> PutBackAsync(string queue, string id, CancellationToken cancellationToken) => WithOneAsync(
        queue,
        id,
        async (open, message, letter) =>
        {
            if (letter.Source is { } source)
            {
                await open.MoveAsync(message, source, message.BasicProperties.ForReturn(letter.FirstFailedAt ?? clock.GetUtcNow()));
                LogPutBack(letter.Id, queue, source);
            }
        },
        cancellationToken);

    /// <summary>Takes a dead letter away for good.</summary>
    /// <returns>It as it was; null when there is none, or somebody else has it in hand.</returns>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach, or does not answer in time.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost, or the user may not do it.</exception>
    public Task<DeadLetter?> DiscardAsync(string queue, string id, CancellationToken cancellationToken) => WithOneAsync(
        queue,
        id,
        async (open, message, letter) =>
        {
            await open.RemoveAsync(message);
            LogDiscarded(letter.Id, queue);
        },
        cancellationToken);

    /// <summary>Puts back what is in a queue now, at most <see cref="MostRead"/> messages. What fails again meanwhile stays.</summary>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach, or does not answer in time.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost, or the user may not do it. Some may have been put back.</exception>
    /// <exception cref="QueueMissingException">The queue is not on the broker.</exception>
    /// <exception cref="UnconfirmedException">The broker did not confirm one. It is still there, and may be in its queue too.</exception>
    public Task<PutBackCounts> PutAllBackAsync(string queue, CancellationToken cancellationToken) => InQueueAsync(
        queue,
        new PutBackCounts(0, 0, 0),
        async open =>
        {
            var (putBack, kept) = (0, 0);
            HashSet<(string Id, long Times)> returned = [];
            await foreach (var message in open.ReadAsync(MostRead, cancellationToken))
            {
                var (id, times) = (DeadLetterReader.IdOf(message), message.BasicProperties.Number(DeadLetterHeaders.TimesPutBack));
                if (returned.Contains((id, times)))
                {
                    break; // has failed again already; so have those behind it
                }

                if (DeadLetterReader.SourceOf(message, queue) is not { } source)
                {
                    kept++;
                    continue;
                }

                var failedFirst = message.BasicProperties.Time(DeadLetterHeaders.FirstFailedAt) ?? DeadLetterReader.FailedAt(message) ?? clock.GetUtcNow();
                await open.MoveAsync(message, source, message.BasicProperties.ForReturn(failedFirst));
                returned.Add((id, times + 1));
                putBack++;
            }

            LogAllPutBack(putBack, queue);
            return new PutBackCounts(putBack, kept, Math.Max(0, open.Messages - putBack - kept));
        },
        cancellationToken);

    /// <summary>Takes away for good what is about somebody, from everything that was put aside.</summary>
    /// <param name="isTheirs">Whether a message is to go.</param>
    /// <param name="cancellationToken">Ends it between two messages; those that were found are gone.</param>
    /// <exception cref="BrokerUnreachableException">The broker is out of reach.</exception>
    /// <exception cref="RabbitMQClientException">The connection was lost. Asked again, the rest goes.</exception>
    /// <exception cref="UnconfirmedException">The broker did not confirm a message that was written anew. Asked again, the rest goes.</exception>
    public async Task<DiscardedDeadLetters> DiscardAsync(Predicate<DeadLetterSubject> isTheirs, CancellationToken cancellationToken)
    {
        if (!IsKept)
        {
            return new DiscardedDeadLetters(0, []);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await BrokerConnection.OpenAsync(options.Value.RabbitMq, "garmin-sync dead letters", cancellationToken);
            var discarded = 0;
            List<string> leftOut = [];
            foreach (var queue in LastingQueues.OfDeadLetters)
            {
                try
                {
                    discarded += await DiscardAsync(connection, queue, isTheirs, leftOut, cancellationToken);
                }
                catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == AccessRefused)
                {
                    leftOut.Add($"{queue}, which the consumers' user of the broker may not read");
                }
            }

            return new DiscardedDeadLetters(discarded, leftOut);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private Task<DeadLetter?> WithOneAsync(
        string queue, string id, Func<OpenDeadLetterQueue, BasicGetResult, DeadLetter, Task> act, CancellationToken cancellationToken) => InQueueAsync<DeadLetter?>(
        queue,
        absent: null,
        async open =>
        {
            await foreach (var message in open.ReadAsync(MostRead, cancellationToken))
            {
                if (DeadLetterReader.IdOf(message) == id)
                {
                    var letter = DeadLetterReader.Read(message, queue);
                    await act(open, message, letter);
                    return letter;
                }
            }

            return null;
        },
        cancellationToken);

    private async Task<T> InQueueAsync<T>(string queue, T absent, Func<OpenDeadLetterQueue, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!IsKept)
        {
            return absent;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await BrokerConnection.OpenAsync(options.Value.RabbitMq, "garmin-sync dead letters", cancellationToken);
            await using var channel = await connection.CreateChannelAsync(WithConfirmations, cancellationToken);
            if (await CountAsync(channel, queue, cancellationToken) is not { } messages)
            {
                return absent;
            }

            var open = new OpenDeadLetterQueue(channel, queue, messages, clock);
            var result = await work(open);
            await open.GiveBackAsync();
            return result;
        }
        catch (TimeoutException exception)
        {
            // The client's own limit for an answer of the broker.
            throw new BrokerUnreachableException(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<int> DiscardAsync(IConnection connection, string queue, Predicate<DeadLetterSubject> isTheirs, List<string> leftOut, CancellationToken cancellationToken)
    {
        // Of its own, because the broker closes the channel with the answer that there is no such queue.
        await using var channel = await connection.CreateChannelAsync(WithConfirmations, cancellationToken);
        if (await CountAsync(channel, queue, cancellationToken) is not ({ } messages and > 0))
        {
            return 0;
        }

        if (messages > MostLookedThrough)
        {
            leftOut.Add($"{queue}, of which only the first {MostLookedThrough:N0} of {messages:N0} messages were looked through");
        }

        var open = new OpenDeadLetterQueue(channel, queue, messages, clock);
        var discarded = 0;
        await foreach (var message in open.ReadAsync(MostLookedThrough, cancellationToken))
        {
            if (isTheirs(DeadLetterReader.SubjectOf(message)))
            {
                await open.RemoveAsync(message);
                discarded++;
            }
        }

        await open.GiveBackAsync();
        if (discarded > 0)
        {
            LogTheirsDiscarded(discarded, queue);
        }

        return discarded;
    }

    private static async Task<int?> CountAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (int)(await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == NoSuchQueue)
        {
            return null;
        }
    }

    [LoggerMessage(220, LogLevel.Information, "The dead letter {Id} of {DeadLetterQueue} was put back to {Queue}")]
    private partial void LogPutBack(string id, string deadLetterQueue, string queue);

    [LoggerMessage(221, LogLevel.Information, "{Count} dead letters of {DeadLetterQueue} were put back")]
    private partial void LogAllPutBack(int count, string deadLetterQueue);

    [LoggerMessage(222, LogLevel.Information, "The dead letter {Id} of {DeadLetterQueue} was discarded")]
    private partial void LogDiscarded(string id, string deadLetterQueue);

    [LoggerMessage(223, LogLevel.Information, "{Count} dead letters of {DeadLetterQueue} were discarded with the user whom they are about")]
    private partial void LogTheirsDiscarded(int count, string deadLetterQueue);
}
