namespace GarminSync.Contracts;

/// <summary>An activity that was synced is gone at Garmin.</summary>
/// <remarks>Consumers → all. CentralDB keeps it unless configured otherwise.</remarks>
public sealed record ActivityDeleted
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Garmin Connect's id of the activity. Source: <c>activityId</c> of the activity list.</summary>
    public required long GarminActivityId { get; init; }
}
