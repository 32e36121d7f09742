using GarminSync.Contracts;

namespace GarminSync.Gateway.Jobs;

/// <summary>A job in a sentence.</summary>
internal static class JobMessages
{
    /// <summary>What a sync call started.</summary>
    public static string Accepted(SyncAccepted accepted)
    {
        var what = Subject(accepted.Job.JobType);
        var started = accepted switch
        {
            { Joined: true } => $"{what} already in progress; this request was joined to it.",
            { Job.State: SyncJobStates.Queued } => $"{what} queued successfully; it starts by itself.",
            _ => $"{what} initiated successfully.",
        };
        return accepted.Note is { } note ? $"{started} {note}" : started;
    }

    /// <summary>The state of a job.</summary>
    public static string Describe(SyncJobStatus job)
    {
        var what = Subject(job.JobType);
        return job.State switch
        {
            SyncJobStates.Queued => $"{what} is queued.",
            SyncJobStates.Planning => $"{what} is being planned.",
            SyncJobStates.Fetching => $"{what} is in progress: {Counts(job)}.",
            SyncJobStates.Paused => $"{what} is paused{Because(job)} It goes on by itself.",
            SyncJobStates.Completed => $"{what} completed: {Counts(job)}.",
            SyncJobStates.CompletedWithErrors when job.Counts.All(counts => counts.Failed == 0) => $"{what} completed, but not whole{Because(job)}",
            SyncJobStates.CompletedWithErrors => $"{what} completed with errors: {Counts(job)}. The failed items can be retried.",
            SyncJobStates.Cancelled => $"{what} was cancelled: {Counts(job)}.",
            SyncJobStates.Failed => $"{what} failed{Because(job)}",
            _ => $"{what} is {job.State}.",
        };
    }

    /// <summary>Why a job failed or ended with errors; null for any other job.</summary>
    public static string? Error(SyncJobStatus job) => job.State switch
    {
        SyncJobStates.Failed or SyncJobStates.CompletedWithErrors => job.Reason ?? "Some items failed.",
        SyncJobStates.Cancelled => job.Reason ?? "Cancelled on request.",
        _ => null,
    };

    private static string Subject(string jobType) => jobType switch
    {
        SyncKinds.Activities => "Activity synchronization",
        SyncKinds.Health => "Health metrics synchronization",
        SyncKinds.Workouts => "Workout synchronization",
        _ => "Synchronization",
    };

    private static string Because(SyncJobStatus job) => job.Reason is null ? "." : $": {job.Reason.TrimEnd('.')}.";

    private static string Counts(SyncJobStatus job)
    {
        var (planned, done, unchanged, failed) = (
            job.Counts.Sum(counts => counts.Planned),
            job.Counts.Sum(counts => counts.Done),
            job.Counts.Sum(counts => counts.Unchanged),
            job.Counts.Sum(counts => counts.Failed));
        return $"{done} of {planned} done, {unchanged} unchanged, {failed} failed";
    }
}
