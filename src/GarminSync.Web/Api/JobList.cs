namespace GarminSync.Web.Api;

/// <summary>A page of jobs, newest first; <paramref name="NextCursor"/> asks for the next, and is null on the last.</summary>
public sealed record JobList(IReadOnlyList<Job> Jobs, string? NextCursor);
