namespace GarminSync.Contracts;

/// <summary>An activity that was synced is gone at Garmin.</summary>
/// <remarks>Consumers → all. CentralDB keeps it unless configured otherwise. The message id is made from user, Garmin id and revision, so a repeat can be told.</remarks>
public sealed record ActivityDeleted
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Garmin Connect's id of the activity. Source: <c>activityId</c> of the activity list.</summary>
    public required long GarminActivityId { get; init; }

    /// <summary>The last revision that was synced. If the activity appears again, its next <see cref="ActivitySynced"/> has a higher one.</summary>
    public int? Revision { get; init; }
}
