namespace CentralDb.Client;

/// <summary>What CentralDB takes at most.</summary>
/// <param name="MaxFileSizeBytes">Of one activity file. Null when CentralDB does not say.</param>
internal sealed record CentralDbLimits(long? MaxFileSizeBytes);
