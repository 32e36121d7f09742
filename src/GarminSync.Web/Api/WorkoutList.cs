namespace GarminSync.Web.Api;

/// <summary>A part of the plans of a user, newest first.</summary>
public sealed record WorkoutList(IReadOnlyList<Workout> Workouts, int? Total);
