namespace CentralDb.Client;

/// <summary>A structured workout, as its author wrote it: nothing but the id is sure to be there or to make sense.</summary>
/// <param name="Id">CentralDB's id of the plan.</param>
/// <param name="UserId">CentralDB's id of the user whose plan it is. Null when it does not say.</param>
/// <param name="Name">The title. Null when it has none.</param>
/// <param name="Description">For the athlete. Null when it has none.</param>
/// <param name="Sport">Such as <c>running</c>, <c>cycling</c>, <c>swimming</c> or <c>strength</c>. Null when it does not say.</param>
/// <param name="PoolLength">In metres. Null for any other sport than swimming, and where the pool does not matter.</param>
/// <param name="Steps">In their order. Null, and null in the list, where the plan has null.</param>
public sealed record WorkoutPlan(
    string Id, string? UserId, string? Name, string? Description, string? Sport, double? PoolLength, IReadOnlyList<WorkoutStep?>? Steps);
