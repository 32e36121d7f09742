using GarminSync.Contracts;

namespace GarminSync.Gateway.Erasure;

/// <summary>How far the erasure of a user is.</summary>
internal sealed record ErasureAnswer
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary><c>under_way</c> or <c>erased</c>.</summary>
    public required string State { get; init; }

    /// <summary>UTC time at which it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>UTC time at which it was done; null while it is under way.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What it waits for, for a person; null when it does not wait.</summary>
    public string? Reason { get; init; }

    /// <summary>What is left, and who has to erase it, for a person; null when nothing is.</summary>
    public string? NotErased { get; init; }

    public static ErasureAnswer From(UserErasureStatus status) => new()
    {
        UserId = status.UserId,
        State = status.State,
        RequestedAt = status.RequestedAt,
        ErasedAt = status.ErasedAt,
        Reason = status.Reason,
        NotErased = status.NotErased,
    };
}
