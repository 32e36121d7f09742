namespace GarminSync.Contracts;

/// <summary>
/// Asks how far the erasure of a user is. Answer: <see cref="UserErasureStatus"/>, until a day after its end; or <see cref="SyncRefused"/> with
/// <see cref="SyncRefusals.UnknownUser"/> when none was asked for.
/// </summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetUserErasure
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
