using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Errors;
using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Gateway.Events;

/// <summary>
/// Streams events to one caller: page by page from the state store, each page when the caller has taken the one before, and then each event as it comes. While the
/// broker or the consumers are away it shows signs of life; then it goes on where it was.
/// </summary>
internal sealed partial class EventStreaming(
    EventReader reader,
    EventListeners listeners,
    UserTokenCheck tokens,
    IOptions<EventStreamOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<EventStreaming> logger)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the stream has ended: with its job, when the caller has gone or may not read on, or when this process stops.</summary>
    public async Task RunAsync(HttpContext call, GetPublicEvents request, PublicEventList first)
    {
        // A process that stops does not wait for its streams: their callers come back.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.RequestAborted, lifetime.ApplicationStopping);
        using var listener = listeners.Add(request.UserId);
        listener.News.Call(); // there may be news since the first page was read
        try
        {
            await StreamAsync(call, request, first, listener, end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The caller has gone, or this process is about to.
        }
    }

    private async Task StreamAsync(HttpContext call, GetPublicEvents request, PublicEventList first, EventListener listener, CancellationToken cancellationToken)
    {
        var writer = new EventWriter(call.Response, cancellationToken);
        await writer.BeginAsync(request.After ?? (first.Events.Count > 0 ? first.Events[0].Id - 1 : first.Next));
        for (var page = first; page is not null; page = await NextAsync(call, request, writer, cancellationToken))
        {
            var events = UpToEnd(page.Events, ofJob: request.JobId is not null, out var hasEnded);
            if (events.Count > 0)
            {
                await writer.WriteAsync(events);
            }

            if (hasEnded || page.JobEnded)
            {
                return;
            }

            request = request with { After = page.Next };
            if (!page.HasMore && !await listener.News.WaitAsync(options.Value.Heartbeat, clock, cancellationToken))
            {
                await writer.WriteHeartbeatAsync(page.Next);
            }
        }
    }

    // Null when the stream is over: the caller's token does not count any more, or a reader was so slow that what follows is deleted. Whoever comes back is told.
    private async Task<PublicEventList?> NextAsync(HttpContext call, GetPublicEvents request, EventWriter writer, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await tokens.StillCountsAsync(call, cancellationToken)
                    && (await reader.ReadAsync(request, cancellationToken)).Is(out Response<PublicEventList>? page)
                        ? page.Message
                        : null;
            }
            catch (Exception exception) when (exception is RefusedException or MassTransitException or RabbitMQClientException && !cancellationToken.IsCancellationRequested)
            {
                if (failures == 0)
                {
                    LogWaits(exception.GetBaseException().Message);
                }
            }

            await writer.WriteHeartbeatAsync(request.After!.Value);
            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }
    }

    private static IReadOnlyList<PublicEvent> UpToEnd(IReadOnlyList<PublicEvent> events, bool ofJob, out bool hasEnded)
    {
        var end = ofJob ? events.TakeWhile(one => !PublicEventTypes.EndOfJob.Contains(one.Type)).Count() : events.Count;
        hasEnded = end < events.Count;
        return hasEnded ? [.. events.Take(end + 1)] : events;
    }

    [LoggerMessage(1301, LogLevel.Information, "A stream of events goes on later: {Reason}")]
    private partial void LogWaits(string reason);
}
