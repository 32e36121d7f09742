namespace CentralDb.Client;

/// <summary>A structured workout.</summary>
/// <param name="PoolLength">Of a pool swim, in metres.</param>
internal sealed record WorkoutPlan(
    string Id, string? UserId, string? Name, string? Description, string? Sport, double? PoolLength, IReadOnlyList<WorkoutStep?>? Steps);
