using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>When a step ends.</summary>
internal static class EndCheck
{
    private const int LapButton = 1;
    private const int Power = 5;
    private const int HeartRate = 6;
    private const int Iterations = 7;
    private const int Reps = 10;

    public static bool IsIterations(JsonObject group, string where) => WorkoutTables.Conditions.Read(group["endCondition"], where) == Iterations;

    /// <exception cref="WorkoutRefusedException">Says what is wrong.</exception>
    public static void Check(JsonObject step, string where, int sport)
    {
        var end = WorkoutTables.Conditions.Read(step["endCondition"], where);
        switch (end)
        {
            case Iterations:
                throw new WorkoutRefusedException($"{where} ends by iterations, as only groups do");
            case Reps when sport != WorkoutTables.Strength || step.Whole("endConditionValue") is not >= 1:
                throw new WorkoutRefusedException($"{where} ends by repetitions: a whole number, in strength training");
            case Power or HeartRate when step.Text("endConditionCompare") is not ("gt" or "lt"):
                throw new WorkoutRefusedException($"{where} needs endConditionCompare, gt or lt");
            case not LapButton when step.Number("endConditionValue") is not > 0:
                throw new WorkoutRefusedException($"{where} needs an endConditionValue above 0");
        }
    }
}
