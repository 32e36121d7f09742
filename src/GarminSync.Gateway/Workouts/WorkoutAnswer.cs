using CentralDb.Client;

namespace GarminSync.Gateway.Workouts;

/// <summary>A workout plan, as its author wrote it; whether Garmin can express it turns out when it is sent.</summary>
/// <param name="WorkoutId">CentralDB's id of the plan.</param>
/// <param name="Name">The title; null when it has none.</param>
/// <param name="Description">For the athlete; null when it has none.</param>
/// <param name="Sport">Such as <c>running</c>; null when it does not say.</param>
/// <param name="PoolLength">In metres; null for any other sport than swimming, and where the pool does not matter.</param>
/// <param name="Steps">In their order; null, and null in the list, where the plan has null.</param>
internal sealed record WorkoutAnswer(string WorkoutId, string? Name, string? Description, string? Sport, double? PoolLength, IReadOnlyList<WorkoutStep?>? Steps)
{
    public static WorkoutAnswer Of(WorkoutPlan plan) => new(plan.Id, plan.Name, plan.Description, plan.Sport, plan.PoolLength, plan.Steps);
}
