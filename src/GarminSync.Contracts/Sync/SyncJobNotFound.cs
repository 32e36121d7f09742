namespace GarminSync.Contracts;

/// <summary>There is no such job.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record SyncJobNotFound
{
    /// <summary>The id that was asked for; absent when none was.</summary>
    public Guid? JobId { get; init; }

    /// <summary>UTC time of the account's next scheduled sync; only in the answer to <see cref="GetSyncStatus"/>, and absent when none is scheduled.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }
}
