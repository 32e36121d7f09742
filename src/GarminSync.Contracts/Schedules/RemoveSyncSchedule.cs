namespace GarminSync.Contracts;

/// <summary>
/// Asks that an account be synchronised only when somebody asks for it, also where there is a schedule for all accounts that have none of their own. Answer:
/// <see cref="SyncScheduleRemoved"/>, or <see cref="SyncRefused"/>.
/// </summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record RemoveSyncSchedule
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
