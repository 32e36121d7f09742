namespace GarminSync.Contracts;

/// <summary>The states of a sync job, in the order in which it passes through them.</summary>
public static class SyncJobStates
{
    /// <summary>Accepted; another job of the same account runs first.</summary>
    public const string Queued = "queued";

    /// <summary>Garmin's lists are being compared with what is already stored.</summary>
    public const string Planning = "planning";

    /// <summary>Work items are handed out and end one by one.</summary>
    public const string Fetching = "fetching";

    /// <summary>Waiting: until a known time, because Garmin limits requests or is out of reach, or until a person has logged in again. Goes on by itself then.</summary>
    public const string Paused = "paused";

    /// <summary>Ended; every item is done or was unchanged.</summary>
    public const string Completed = "completed";

    /// <summary>Ended; some items failed, each with its reason, and can be retried.</summary>
    public const string CompletedWithErrors = "completed_with_errors";

    /// <summary>Ended; the job could not be planned.</summary>
    public const string Failed = "failed";

    /// <summary>Ended on request; what was done stays.</summary>
    public const string Cancelled = "cancelled";
}
