namespace GarminSync.Bus;

/// <summary>
/// The queues that stay when their readers go, by name. Who looks at them from outside, over AMQP alone, has to know them: the protocol has no list of queues. A test
/// compares them with what a deployment declares.
/// </summary>
public static class LastingQueues
{
    /// <summary>Exchange and queue of the messages that were delivered too often. One for all queues: their header <c>x-death</c> names the queue.</summary>
    public const string DeadLetters = "garmin-sync-dead-letters";

    private const string Errors = "_error";
    private const string Skipped = "_skipped";

    /// <summary>The queues that consumers read, by name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "fetch-activity", "fetch-health-metrics", "health-metric-queries", "import-garmin-tokens", "link-garmin-account", "list-garmin-accounts", "ping-consumers",
        "plan-sync", "redeem-service-ticket", "submit-mfa-code", "sync-event-queries", "sync-job", "sync-job-queries", "sync-look-for-news", "sync-operations", "sync-requested",
        "sync-schedule", "unlink-garmin-account", "upload-status", "upload-workout", "user-erasure", "user-token",
    ];

    /// <summary>The queues in which messages are put aside, by name. Most are made by the first message that is.</summary>
    public static IEnumerable<string> OfDeadLetters => All.SelectMany(queue => new[] { ErrorsOf(queue), SkippedOf(queue) }).Append(DeadLetters);

    /// <summary>Where the messages of a queue go that could not be read, or failed each time.</summary>
    public static string ErrorsOf(string queue) => queue + Errors;

    /// <summary>Where the messages of a queue go whose type its consumers do not know.</summary>
    public static string SkippedOf(string queue) => queue + Skipped;

    /// <summary>Whether a queue of this name holds what was put aside.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="source">The queue that it was put aside of; null for <see cref="DeadLetters"/>, where each message says so.</param>
    public static bool HoldsDeadLetters(string name, out string? source)
    {
        source = All.FirstOrDefault(queue => name == ErrorsOf(queue) || name == SkippedOf(queue));
        return source is not null || name == DeadLetters;
    }
}
