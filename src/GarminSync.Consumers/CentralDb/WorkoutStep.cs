namespace GarminSync.Consumers.CentralDb;

/// <summary>One step of a workout, or a group of steps that is repeated.</summary>
/// <param name="Type"><c>warmup</c>, <c>interval</c>, <c>recovery</c>, <c>rest</c>, <c>cooldown</c>, <c>other</c>, or <c>repeat</c> for a group.</param>
/// <param name="Times">Of a group: how often.</param>
/// <param name="Steps">Of a group: what is repeated.</param>
internal sealed record WorkoutStep(
    string? Type, WorkoutDuration? Duration, WorkoutTarget? Target, string? Note, int? Times, IReadOnlyList<WorkoutStep>? Steps);
