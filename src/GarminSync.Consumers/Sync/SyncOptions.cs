using System.ComponentModel.DataAnnotations;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Sync;

/// <summary>How work is handed out. Section <c>Sync</c>.</summary>
internal sealed class SyncOptions
{
    public const string SectionName = "Sync";

    /// <summary>
    /// How long a process may keep work without a sign of life before it is handed out again; prolonged while it works. Default: 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a worker may go on with one item of a job after the other before the job is told and others have their turn. Default: 3 seconds. Zero: after each item.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan LaneLength { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Works so that consumers of version 1.0 can work beside this process, on the same jobs and the same ledger, or after it: a worker reports each item, activities are
    /// noted by the hash that version 1.0 knows, and legs of multisport activities wait. Default: false.
    /// </summary>
    public bool BesideVersion1 { get; set; }

    /// <summary>How often an item is tried, and how many processes may be lost over it, before it is given up. Default: 5.</summary>
    [Range(1, 50)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The wait after the first failure; doubled with each further one. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two tries. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the dispatcher looks for what is due. Default: 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan DispatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long ended jobs are kept; the newest one of an account is kept for ever. Default: 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepEndedJobs { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How many jobs of one account may wait for their turn; further requests are refused. Default: 50.</summary>
    [Range(1, 10_000)]
    public int MaxQueuedJobs { get; set; } = 50;

    /// <summary>The wait after so many failed attempts.</summary>
    public TimeSpan BackOff(int failures) => new BackOff(FirstBackOff, LongestBackOff).After(failures);

    /// <summary>The pause after so many calls in a row that met an outage; spread, so that all jobs do not come back at once.</summary>
    public TimeSpan OutagePause(int failures) => new BackOff(FirstBackOff, LongestBackOff, Jitter: 0.25).After(failures, Random.Shared);
}
