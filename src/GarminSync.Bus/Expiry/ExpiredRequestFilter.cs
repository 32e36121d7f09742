using MassTransit;
using Microsoft.Extensions.Logging;

namespace GarminSync.Bus.Expiry;

/// <summary>
/// The receiver's half of request expiry (the sender's is <see cref="RequestExpiry"/>): drops requests whose sender has stopped waiting, such as those sent while
/// no consumer ran. A login that is tried an hour late would only make Garmin send a code that nobody expects.
/// </summary>
public sealed partial class ExpiredRequestFilter<T>(TimeProvider clock, ILogger<ExpiredRequestFilter<T>> logger) : IFilter<ConsumeContext<T>>
    where T : class
{
    // The sender set the time by its own clock, which may be off by this much.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Passes the message on, unless it is a request that has expired.</summary>
    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        if (context.RequestId is null || context.ExpirationTime is not { } expired || clock.GetUtcNow().UtcDateTime <= expired.ToUniversalTime() + ClockDifference)
        {
            return next.Send(context);
        }

        LogDropped(typeof(T).Name, context.MessageId, expired);
        return context.NotifyConsumed(context, context.ReceiveContext.ElapsedTime, TypeCache<ExpiredRequestFilter<T>>.ShortName); // or it would count as skipped
    }

    /// <summary>Names the filter.</summary>
    public void Probe(ProbeContext context) => context.CreateFilterScope("expiredRequest");

    [LoggerMessage(EventId = 210, Level = LogLevel.Information, Message = "{MessageType} {MessageId} has expired at {Expired:u} and is dropped")]
    private partial void LogDropped(string messageType, Guid? messageId, DateTime expired);
}
