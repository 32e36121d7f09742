namespace GarminSync.Contracts;

/// <summary>The messages that are events for subscribers, by their names: values of <see cref="PublicEvent.Type"/>.</summary>
public static class PublicEventTypes
{
    /// <summary>All of them. More may come.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        nameof(GarminAccountLinked), nameof(GarminAccountUnlinked), nameof(GarminReauthenticationRequired),
        nameof(SyncJoined), nameof(SyncStarted), nameof(SyncProgressed), nameof(SyncCompleted), nameof(SyncFailed), nameof(SyncCancelled),
        nameof(ActivitySynced), nameof(ActivityDeleted), nameof(ActivitySyncFailed), nameof(HealthMetricsSynced),
        nameof(WorkoutUploaded), nameof(WorkoutUploadFailed), nameof(WorkoutRemoved), nameof(WorkoutRemovalFailed), nameof(UserErased),
    ];

    /// <summary>Those with which a job ends.</summary>
    public static IReadOnlyList<string> EndOfJob { get; } = [nameof(SyncCompleted), nameof(SyncFailed), nameof(SyncCancelled)];
}
