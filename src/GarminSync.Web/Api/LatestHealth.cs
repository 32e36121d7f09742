namespace GarminSync.Web.Api;

/// <summary>The last value of each metric that an account has.</summary>
public sealed record LatestHealth(IReadOnlyList<LatestValue> Metrics);
