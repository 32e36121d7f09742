using System.Diagnostics.Metrics;

namespace GarminSync.Consumers.Sync;

/// <summary>What is counted of jobs and their items, without saying whose (docs/telemetry.md).</summary>
internal static class SyncMetrics
{
    /// <summary>An item is done.</summary>
    public const string Done = "done";

    /// <summary>An item was given up.</summary>
    public const string Failed = "failed";

    /// <summary>An item is tried again.</summary>
    public const string Retried = "retried";

    /// <summary>An item waits for something that is not its fault.</summary>
    public const string Deferred = "deferred";

    private const string Kind = "garminsync.kind";
    private const string Outcome = "garminsync.outcome";
    private const string Work = "garminsync.work";

    private static readonly Meter Meter = new("GarminSync.Consumers");

    private static readonly Counter<long> Items = Meter.CreateCounter<long>("garminsync.items", "{item}", "Tries of work items that ended, by kind of data and outcome.");

    private static readonly Counter<long> Limits = Meter.CreateCounter<long>("garminsync.limits", "{limit}", "Times at which Garmin began to limit the requests of an account.");

    private static readonly Counter<long> Losses = Meter.CreateCounter<long>("garminsync.leases.lost", "{lease}", "Work whose process ended before it had reported.");

    private static readonly Histogram<double> Jobs = Meter.CreateHistogram(
        "garminsync.job.duration",
        "s",
        "From the start of a job, pauses included, to its end.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 12 * 3600, 24 * 3600, 3 * 24 * 3600, 7 * 24 * 3600] });

    /// <summary>Makes the counters be there, as 0, before the first: what appears with a 1 looks as if nothing had happened.</summary>
    /// <param name="kinds">All kinds of data.</param>
    public static void Begin(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds)
        {
            foreach (var outcome in new[] { Done, Failed, Retried, Deferred })
            {
                Items.Add(0, new(Kind, kind), new(Outcome, outcome));
            }
        }

        Limits.Add(0);
        Losses.Add(0, new KeyValuePair<string, object?>(Work, "item"));
        Losses.Add(0, new KeyValuePair<string, object?>(Work, "plan"));
    }

    public static void ItemEnded(string kind, string outcome) => ItemsEnded(kind, outcome, 1);

    public static void ItemsEnded(string kind, string outcome, int items) => Items.Add(items, new(Kind, kind), new(Outcome, outcome));

    public static void LimitBegan() => Limits.Add(1);

    public static void LeaseLost(bool isPlan) => Losses.Add(1, new KeyValuePair<string, object?>(Work, isPlan ? "plan" : "item"));

    public static void JobEnded(SyncJob job)
    {
        if (job is { StartedAt: { } started, FinishedAt: { } finished })
        {
            Jobs.Record((finished - started).TotalSeconds, new(Kind, job.JobType), new(Outcome, SyncJobStateNames.ToContract(job.CurrentState)));
        }
    }
}
