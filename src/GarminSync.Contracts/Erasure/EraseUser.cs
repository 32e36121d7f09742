namespace GarminSync.Contracts;

/// <summary>
/// Asks to erase a user everywhere: all that CentralDB and this service keep of him. Answer: <see cref="UserErasureStatus"/>, of the erasure that is under way if there is
/// one already; or <see cref="SyncRefused"/> with <see cref="SyncRefusals.UnknownUser"/>. When it is done, <see cref="UserErased"/> is published.
/// </summary>
/// <remarks>Gateway → consumers. It cannot be undone.</remarks>
public sealed record EraseUser
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
