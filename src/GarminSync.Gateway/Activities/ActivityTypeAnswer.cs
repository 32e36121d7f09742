namespace GarminSync.Gateway.Activities;

/// <summary>A type of activity that a user has.</summary>
/// <param name="ActivityType">Garmin's key, such as <c>running</c>; null for activities whose type is not known.</param>
/// <param name="Count">How many activities are of it.</param>
internal sealed record ActivityTypeAnswer(string? ActivityType, int Count);
