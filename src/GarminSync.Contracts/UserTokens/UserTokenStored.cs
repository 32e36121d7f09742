namespace GarminSync.Contracts;

/// <summary>The hash of a user's token is stored; a token that the user had before is void.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record UserTokenStored
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
