using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>The units that values are given with.</summary>
internal static class UnitCheck
{
    /// <exception cref="WorkoutRefusedException">Says what is wrong.</exception>
    public static void Check(JsonNode? node, string where)
    {
        if (node is not JsonObject unit || unit.Whole("unitId") is not > 0 || string.IsNullOrEmpty(unit.Text("unitKey")) || unit.Number("factor") is not > 0)
        {
            throw new WorkoutRefusedException($"{where} needs unitId, unitKey and factor");
        }
    }
}
