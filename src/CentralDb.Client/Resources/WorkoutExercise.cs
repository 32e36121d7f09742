namespace CentralDb.Client;

/// <summary>An exercise of a strength workout, by the keys of Garmin's catalogue.</summary>
/// <param name="Category">Such as <c>ROW</c>. Null when the plan does not say.</param>
/// <param name="Name">Such as <c>BANDED_FACE_PULLS</c>. Null means any exercise of the category.</param>
public sealed record WorkoutExercise(string? Category, string? Name);
