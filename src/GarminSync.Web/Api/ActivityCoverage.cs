namespace GarminSync.Web.Api;

/// <summary>How many activities of a day are stored, and those that could not be synced.</summary>
public sealed record ActivityCoverage(int Stored, IReadOnlyList<GivenUpActivity> GivenUp);
