namespace CentralDb.Client;

/// <summary>An exercise of a strength workout, by the keys of Garmin's catalogue.</summary>
/// <param name="Category">Such as <c>ROW</c>.</param>
/// <param name="Name">Such as <c>BANDED_FACE_PULLS</c>; null: any of the category.</param>
internal sealed record WorkoutExercise(string? Category, string? Name);
