namespace GarminSync.Contracts;

/// <summary>
/// An activity, or its original file, was given up; the rest of its job went on. When it is the file alone, an <see cref="ActivitySynced"/> says so too, and
/// what Garmin lists of the activity is in CentralDB.
/// </summary>
/// <remarks>Consumers → all.</remarks>
public sealed record ActivitySyncFailed
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Garmin Connect's id of the activity. Source: <c>activityId</c> of the activity list.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>The job that gave up.</summary>
    public Guid? JobId { get; init; }
}
