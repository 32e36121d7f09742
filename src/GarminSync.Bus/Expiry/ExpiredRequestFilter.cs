using MassTransit;

namespace GarminSync.Consumers.Requests;

/// <summary>
/// Drops requests that nobody waits for any more, such as those that came while no consumer ran: a login that is tried an hour later would only have Garmin send a code.
/// </summary>
internal sealed partial class ExpiredRequestFilter<T>(TimeProvider clock, ILogger<ExpiredRequestFilter<T>> logger) : IFilter<ConsumeContext<T>>
    where T : class
{
    // The time was set by another machine's clock.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        if (context.RequestId is null || context.ExpirationTime is not { } expired || clock.GetUtcNow().UtcDateTime <= expired.ToUniversalTime() + ClockDifference)
        {
            return next.Send(context);
        }

        LogDropped(typeof(T).Name, context.MessageId, expired);
        return context.NotifyConsumed(context, context.ReceiveContext.ElapsedTime, TypeCache<ExpiredRequestFilter<T>>.ShortName); // or it would count as skipped
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("expiredRequest");

    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "{MessageType} {MessageId} has expired at {Expired:u} and is dropped")]
    private partial void LogDropped(string messageType, Guid? messageId, DateTime expired);
}
