using System.Diagnostics;

namespace FitTrack.Hosting.Telemetry;

/// <summary>Traces that go on after a while: from what was stored of them, as W3C's <c>traceparent</c>.</summary>
public static class TraceContexts
{
    /// <summary>What lies further back than this is another matter: the trace that goes on from there has a link to it, and is one of its own.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>The trace that this belongs to, to be stored; null when <paramref name="source"/> has no listener, which is when there is no telemetry.</summary>
    public static string? Current(ActivitySource source) =>
        source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>
    /// Goes on with a stored trace: as a child of it, with a link to what led here. After more than a day, what led here gets a link to it instead. Dispose of the result
    /// at the end of the work; null when there is nothing to go on with.
    /// </summary>
    /// <param name="source">Whose span it is.</param>
    /// <param name="name">The name of the span.</param>
    /// <param name="stored">As <see cref="Current"/> returned it; null or unreadable: nothing was stored.</param>
    /// <param name="since">When it was stored, UTC; null: not known, which counts as long ago.</param>
    /// <param name="now">The time, UTC.</param>
    public static Activity? GoOn(ActivitySource source, string name, string? stored, DateTimeOffset? since, DateTimeOffset now)
    {
        if (!source.HasListeners() || !ActivityContext.TryParse(stored, traceState: null, isRemote: true, out var trace))
        {
            return null;
        }

        var cause = Activity.Current;
        if (!(now - since <= LongestPause))
        {
            cause?.AddLink(new ActivityLink(trace));
            return null;
        }

        return source.StartActivity(name, ActivityKind.Internal, trace, links: cause is null || cause.SpanId == trace.SpanId ? null : [new ActivityLink(cause.Context)]);
    }

    /// <summary>Whether this belongs to a stored trace already.</summary>
    public static bool IsIn(string? stored) =>
        Activity.Current is { } current && stored is not null && stored.Contains(current.TraceId.ToHexString(), StringComparison.Ordinal);
}
