namespace GarminSync.Gateway.Activities;

/// <summary>The types of activity that a user has.</summary>
/// <param name="Types">The most frequent first.</param>
internal sealed record ActivityTypeListAnswer(IReadOnlyList<ActivityTypeAnswer> Types);
