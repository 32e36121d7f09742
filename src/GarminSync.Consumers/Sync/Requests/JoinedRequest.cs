namespace GarminSync.Consumers.Sync;

/// <summary>A published request that another job does, so that its id is known all the same. Goes with that job.</summary>
internal sealed class JoinedRequest
{
    /// <summary>The id that the request gave.</summary>
    public Guid RequestId { get; set; }

    public Guid JobId { get; set; }
}
