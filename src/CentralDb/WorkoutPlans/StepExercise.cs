namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>An exercise of a strength workout, by the keys of Garmin's catalogue.</summary>
/// <param name="Category">Such as <c>ROW</c>; required.</param>
/// <param name="Name">Such as <c>BANDED_FACE_PULLS</c>; any of the category, when absent.</param>
internal sealed record StepExercise(string? Category, string? Name);
