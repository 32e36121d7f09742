namespace GarminSync.Contracts;

/// <summary>The tokens and the password of an account are forgotten; its data stays.</summary>
/// <remarks>Consumers → all.</remarks>
public sealed record GarminAccountUnlinked
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }
}
