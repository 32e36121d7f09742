namespace GarminSync.Contracts;

/// <summary>Asks for an account's running job, else its last. Answer: <see cref="SyncJobStatus"/>, or <see cref="SyncJobNotFound"/> when it never had one.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetSyncStatus
{
    /// <summary>CentralDB's id of the user; absent: the newest job of any account.</summary>
    public string? UserId { get; init; }
}
