namespace GarminSync.Contracts;

/// <summary>
/// A user is erased: who keeps anything of his own about the user should erase it too. Events of the user that were waiting for delivery or for readers over HTTP are
/// erased with the rest, so nothing follows this one, and some of what came before may be missing.
/// </summary>
/// <remarks>Consumers → all.</remarks>
public sealed record UserErased
{
    /// <summary>The id that CentralDB had for the user.</summary>
    public required string UserId { get; init; }

    /// <summary>UTC time at which it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What is left, and who has to erase it, for a person; absent when nothing is.</summary>
    public string? NotErased { get; init; }
}
