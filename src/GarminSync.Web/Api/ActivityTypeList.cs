namespace GarminSync.Web.Api;

/// <summary>The types of activity that a user has, the most frequent first.</summary>
public sealed record ActivityTypeList(IReadOnlyList<ActivityTypeCount> Types);
