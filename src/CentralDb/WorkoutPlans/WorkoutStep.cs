namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>A step of a workout, or a repetition of steps.</summary>
/// <param name="Type"><c>warmup</c>, <c>interval</c>, <c>recovery</c>, <c>rest</c>, <c>cooldown</c>, <c>other</c>, or <c>repeat</c>.</param>
/// <param name="Duration">How long; required in a step that is no repeat.</param>
/// <param name="Target">What to hold meanwhile; nothing, when absent.</param>
/// <param name="Note">For the athlete.</param>
/// <param name="Stroke">Of a swim: <c>any</c>, <c>freestyle</c>, <c>backstroke</c>, <c>breaststroke</c>, <c>butterfly</c>, <c>individual_medley</c>, <c>mixed</c> or <c>drill</c>.</param>
/// <param name="Exercise">Of a strength workout.</param>
/// <param name="Weight">Of a strength workout: kilograms.</param>
/// <param name="Times">How often; only in a repeat, and required there.</param>
/// <param name="Steps">What is repeated; only in a repeat, and required there.</param>
internal sealed record WorkoutStep(
    string? Type,
    StepDuration? Duration,
    StepTarget? Target,
    string? Note,
    string? Stroke,
    StepExercise? Exercise,
    double? Weight,
    int? Times,
    IReadOnlyList<WorkoutStep>? Steps);
