namespace CentralDb.Client;

/// <summary>A type of activity that a user has.</summary>
/// <param name="ActivityType">Garmin's key, such as <c>running</c>. Null for activities whose type is not known.</param>
/// <param name="Count">How many activities are of it.</param>
public sealed record ActivityTypeCount(string? ActivityType, int Count);
