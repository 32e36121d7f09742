namespace GarminSync.Contracts;

/// <summary>How fresh a kind of data of an account is.</summary>
public sealed record KindFreshness
{
    /// <summary><see cref="SyncKinds.Activities"/>, <see cref="SyncKinds.Health"/> or <see cref="SyncKinds.Workouts"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>UTC time at which the newest sync of it began that went to its end, be it of some days only; absent when there is none that is still kept.</summary>
    public DateTimeOffset? SyncedAt { get; init; }
}
