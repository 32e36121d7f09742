namespace GarminSync.Contracts;

/// <summary>Asks to store the hash of a user's new token for the gateway, in place of any other. Answer: <see cref="UserTokenStored"/>, or <see cref="SyncRefused"/>.</summary>
/// <remarks>Gateway → consumers. The token itself is in no message.</remarks>
public sealed record StoreUserToken
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>UTC time at which the token ends by itself; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
