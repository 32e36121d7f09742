namespace GarminSync.Contracts;

/// <summary>Asks to make a user's token void. Answer: <see cref="UserTokenRevoked"/>, or <see cref="SyncRefused"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record RevokeUserToken
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
