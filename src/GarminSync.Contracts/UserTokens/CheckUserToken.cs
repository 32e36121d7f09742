namespace GarminSync.Contracts;

/// <summary>Asks whether a token is the one that is stored for a user. Answer: <see cref="UserTokenChecked"/>, or <see cref="SyncRefused"/> when that cannot be found out.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record CheckUserToken
{
    /// <summary>The id of the user that the token names; anything that a caller sent.</summary>
    public required string UserId { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string TokenHash { get; init; }
}
