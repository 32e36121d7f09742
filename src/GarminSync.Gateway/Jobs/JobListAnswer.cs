namespace GarminSync.Gateway.Jobs;

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">Newest first.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
internal sealed record JobListAnswer(IReadOnlyList<JobAnswer> Jobs, string? NextCursor);
