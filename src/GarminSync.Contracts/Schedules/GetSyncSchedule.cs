namespace GarminSync.Contracts;

/// <summary>Asks for the schedule of an account. Answer: <see cref="SyncSchedule"/>, or <see cref="SyncRefused"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetSyncSchedule
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
