namespace GarminSync.Contracts;

/// <summary>There is no such job.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record SyncJobNotFound
{
    /// <summary>The id that was asked for; absent when none was.</summary>
    public Guid? JobId { get; init; }
}
