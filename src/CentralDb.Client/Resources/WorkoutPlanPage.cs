using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>A part of a user's workout plans.</summary>
/// <param name="Items">The plans, newest first.</param>
/// <param name="Total">How many the user has. Null when CentralDB does not say.</param>
public sealed record WorkoutPlanPage([property: JsonRequired] IReadOnlyList<WorkoutPlan> Items, int? Total);
