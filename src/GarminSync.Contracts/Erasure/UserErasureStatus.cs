namespace GarminSync.Contracts;

/// <summary>How far the erasure of a user is.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record UserErasureStatus
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="UserErasureStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>UTC time at which it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>UTC time at which it was done; absent while it is under way.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What it waits for, for a person; absent when it does not wait.</summary>
    public string? Reason { get; init; }

    /// <summary>What is left, and who has to erase it, for a person; absent when nothing is, and while it is under way.</summary>
    public string? NotErased { get; init; }
}
