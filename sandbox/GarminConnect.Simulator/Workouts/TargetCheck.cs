using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>What to hold during a step.</summary>
internal static class TargetCheck
{
    private const int None = 1;
    private const int Power = 2;
    private const int HeartRate = 4;
    private const int Pace = 6;

    /// <exception cref="WorkoutRefusedException">Says what is wrong.</exception>
    public static void Check(JsonObject step, string where)
    {
        var target = WorkoutTables.Targets.Read(step["targetType"], where);
        var (one, two) = (step.Number("targetValueOne"), step.Number("targetValueTwo"));
        if (target == None)
        {
            if (step["zoneNumber"] is not null || one is not null || two is not null)
            {
                throw new WorkoutRefusedException($"{where} has values for no target");
            }

            return;
        }

        if (step["zoneNumber"] is not null)
        {
            CheckZone(step, where, target, hasRange: one is not null || two is not null);
        }
        else if (one is not > 0 || two is not > 0 || (one > two && target != Pace))
        {
            throw new WorkoutRefusedException($"{where} needs targetValueOne and targetValueTwo above 0, the first not above the second");
        }
    }

    private static void CheckZone(JsonObject step, string where, int target, bool hasRange)
    {
        var zones = target switch { Power => 7, HeartRate => 5, _ => 0 };
        if (hasRange || step.Whole("zoneNumber") is not { } zone || zone < 1 || zone > zones)
        {
            throw new WorkoutRefusedException($"{where} has a zoneNumber that its target does not have, or has it beside two values");
        }
    }
}
