namespace GarminSync.Web.Api;

/// <summary>An exercise of a strength workout, by the keys of Garmin's catalogue.</summary>
public sealed record WorkoutExercise(string? Category, string? Name);
