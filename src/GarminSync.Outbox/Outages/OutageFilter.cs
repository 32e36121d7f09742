using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>
/// Tries a message again and again while the state store is away, because nothing is wrong with the message: in the error queue it would be lost to its job. Before
/// the broker loses patience the message goes back to the end of its queue, as a copy with the same id: one that is only given back counts as delivered once more,
/// and would be a dead letter some day.
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

    [LoggerMessage(EventId = 230, Level = LogLevel.Warning, Message = "{MessageType} {MessageId} waits for the state store: {Reason}")]
    private partial void LogAway(string messageType, Guid? messageId, string reason);
}
