using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>A workout of an account, as it was sent.</summary>
internal sealed record StoredWorkout(long Id, JsonObject Body, DateTimeOffset Created, DateTimeOffset Updated)
{
    public string Name => Body.Text("workoutName")!;
}
