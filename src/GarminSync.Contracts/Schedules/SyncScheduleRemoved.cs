namespace GarminSync.Contracts;

/// <summary>The account has no schedule any more.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record SyncScheduleRemoved
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
