using System.Diagnostics;
using FitTrack.Hosting.Telemetry;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Keeps all that is done for a job in one trace, from the request on: over messages, pauses, processes and restarts. The trace is stored with the job and its items,
/// because what wakes a job may be a clock, or the message of another job.
/// </summary>
internal static class SyncTraces
{
    private static readonly ActivitySource Source = new("GarminSync.Consumers");

    /// <summary>To be stored with an item that is planned now.</summary>
    public static string? Current => TraceContexts.Current(Source);

    /// <summary>Whatever is done for the job from now on belongs to what goes on now: it was asked for.</summary>
    public static void BeginTrace(this SyncJob job, DateTimeOffset now)
    {
        job.TraceParent = Current;
        job.TracedAt = job.TraceParent is null ? null : now;
    }

    /// <summary>A message of the job is handled. Null when that is in the job's trace already, as most are.</summary>
    public static Activity? GoOn(SyncJob job, DateTimeOffset now) =>
        TraceContexts.IsIn(job.TraceParent) ? null : TraceContexts.GoOn(Source, "job", job.TraceParent, job.TracedAt, now);

    /// <summary>An item is handed out: beside the others, and not below the one whose end made room for it.</summary>
    public static Activity? GoOn(SyncJob job, WorkItem item, DateTimeOffset now)
    {
        var activity = TraceContexts.GoOn(Source, "item", item.TraceParent, job.TracedAt, now);
        activity?.SetTag("garminsync.kind", item.Kind).SetTag("garminsync.attempt", item.Attempts);
        return activity;
    }
}
