namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>A type of activity that a user has.</summary>
/// <param name="ActivityType">Null for activities without one.</param>
/// <param name="Count">How many activities are of it.</param>
internal sealed record ActivityTypeCount(string? ActivityType, int Count);
