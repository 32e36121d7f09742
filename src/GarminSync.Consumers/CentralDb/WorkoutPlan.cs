namespace GarminSync.Consumers.CentralDb;

/// <summary>A structured workout.</summary>
internal sealed record WorkoutPlan(string Id, string? UserId, string? Name, string? Description, string? Sport, IReadOnlyList<WorkoutStep>? Steps);
