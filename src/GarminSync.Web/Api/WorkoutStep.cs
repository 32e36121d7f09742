namespace GarminSync.Web.Api;

/// <summary>A step of a workout, or a group of steps that is repeated. Weights are in kilograms.</summary>
public sealed record WorkoutStep(
    string? Type,
    WorkoutDuration? Duration,
    WorkoutTarget? Target,
    string? Note,
    string? Stroke,
    WorkoutExercise? Exercise,
    double? Weight,
    double? Times,
    IReadOnlyList<WorkoutStep?>? Steps)
{
    /// <summary>The type of a group of steps that is repeated.</summary>
    public const string Repeat = "repeat";
}
