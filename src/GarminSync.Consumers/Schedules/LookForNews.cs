using GarminSync.Contracts;

namespace GarminSync.Consumers.Schedules;

/// <summary>A scheduled sync that is worth it only if a device has uploaded something: Garmin is asked that first.</summary>
public sealed record LookForNews
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The id of the job, if there will be one.</summary>
    public required Guid JobId { get; init; }

    /// <summary>Values of <see cref="SyncKinds"/>; null: the default.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }
}
