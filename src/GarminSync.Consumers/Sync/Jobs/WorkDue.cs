namespace GarminSync.Consumers.Sync;

/// <summary>Something that a job waits for is due: a back-off or a pause ended, or a lease ran out.</summary>
public sealed record WorkDue
{
    public required Guid JobId { get; init; }
}
