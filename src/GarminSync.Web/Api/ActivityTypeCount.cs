namespace GarminSync.Web.Api;

/// <summary>How many activities are of a type; null is a type that is not known.</summary>
public sealed record ActivityTypeCount(string? ActivityType, int Count);
