namespace GarminSync.Contracts;

/// <summary>The user has no valid token any more.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record UserTokenRevoked
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>False when there was none.</summary>
    public required bool HadOne { get; init; }
}
