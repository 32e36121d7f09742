using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>
/// Tries a message again and again while the state store is away: nothing is wrong with the message, and in the error queue its job would never see it. After
/// <see cref="StateOptions.LongestHold"/>, before the broker's timeout, it puts a copy with the same id at the end of the queue. (The broker counts how often it
/// delivers a message; one that was only given back would become a dead letter in the end.)
/// </summary>
internal sealed partial class OutageFilter<T>(IOptions<StateOptions> options, TimeProvider clock, ILogger<OutageFilter<T>> logger) : IFilter<ConsumeContext<T>>
    where T : class
{
    private static readonly BackOff Waits = new(First: TimeSpan.FromSeconds(0.25), Longest: TimeSpan.FromSeconds(4));

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var started = clock.GetTimestamp();
        for (var failures = 1; !await TrySendAsync(context, next); failures++)
        {
            if (clock.GetElapsedTime(started) >= options.Value.LongestHold)
            {
                await PutBackAsync(context);
                return;
            }

            await Waits.WaitAsync(failures, clock, context.CancellationToken);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("stateStoreOutage");

    private async Task<bool> TrySendAsync(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        try
        {
            await next.Send(context);
            return true;
        }
        catch (Exception exception) when (StateStoreOutage.Is(exception))
        {
            LogAway(typeof(T).Name, context.MessageId, exception.GetBaseException().Message);
            return false;
        }
    }

    private static async Task PutBackAsync(ConsumeContext<T> context)
    {
        await context.Forward(context.ReceiveContext.InputAddress);
        await context.NotifyConsumed(context, context.ReceiveContext.ElapsedTime, TypeCache<OutageFilter<T>>.ShortName); // or it would count as skipped
    }

    [LoggerMessage(EventId = 340, Level = LogLevel.Warning, Message = "{MessageType} {MessageId} waits for the state store: {Reason}")]
    private partial void LogAway(string messageType, Guid? messageId, string reason);
}
