namespace GarminSync.Contracts;

/// <summary>Whether a token is valid now.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record UserTokenChecked
{
    /// <summary>False for a token that is unknown, replaced, revoked or expired.</summary>
    public required bool Valid { get; init; }

    /// <summary>UTC time at which a valid token ends by itself; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
