namespace GarminSync.Web.Api;

/// <summary>A workout plan, as its author wrote it: nothing but the id is sure to be there or to make sense.</summary>
public sealed record Workout(string WorkoutId, string? Name, string? Description, string? Sport, double? PoolLength, IReadOnlyList<WorkoutStep?>? Steps);
