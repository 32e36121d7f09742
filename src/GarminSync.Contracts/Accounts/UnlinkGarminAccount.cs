namespace GarminSync.Contracts;

/// <summary>Asks to forget the tokens and the password of an account; synced data stays. Answer: <see cref="GarminAccountUnlinked"/>, or <see cref="SyncRefused"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record UnlinkGarminAccount
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
