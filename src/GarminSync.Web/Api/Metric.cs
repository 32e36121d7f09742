namespace GarminSync.Web.Api;

/// <summary>A health metric that can be synced.</summary>
public sealed record Metric(string Name, string Description);
