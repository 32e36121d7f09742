using System.Diagnostics;
using FitTrack.Hosting.Telemetry;
using MassTransit.Logging;
using MassTransit.Middleware;

namespace GarminSync.Outbox;

/// <summary>
/// The trace of a message in the outbox. MassTransit has put it into the row's headers, as W3C's <c>traceparent</c>, when the message was sent there; and it goes on with
/// it when the row is delivered, by whichever process.
/// </summary>
internal static class OutboxTraces
{
    private static readonly ActivitySource Source = new("GarminSync.Outbox");

    /// <summary>A message that lay for more than a day goes out in a trace of its own, with a link to the one that it is of. Null for any other message.</summary>
    public static Activity? StartLate(OutboxRow row, DateTimeOffset now)
    {
        if (!Source.HasListeners() || now - row.SentAt <= TraceContexts.LongestPause)
        {
            return null;
        }

        var stored = ((OutboxMessageContext)row).Headers.TryGetHeader(DiagnosticHeaders.ActivityId, out var value) ? value as string : null;
        var links = ActivityContext.TryParse(stored, traceState: null, isRemote: true, out var trace) ? new[] { new ActivityLink(trace) } : null;
        return Source.StartActivity("outbox late delivery", ActivityKind.Producer, default(ActivityContext), links: links);
    }
}
