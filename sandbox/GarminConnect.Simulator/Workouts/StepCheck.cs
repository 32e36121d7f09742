using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GarminConnect.Simulator.Workouts;

/// <summary>The steps of one workout: each by itself, and their numbers through the whole of it, depth first.</summary>
internal sealed partial class StepCheck
{
    private readonly HashSet<long> _groups = [];
    private int _order;

    /// <exception cref="WorkoutRefusedException">Says what is wrong.</exception>
    public void CheckAll(JsonNode? steps, string where, int sport, long? group = null)
    {
        if (steps is not JsonArray { Count: > 0 } all)
        {
            throw new WorkoutRefusedException($"{where} needs workoutSteps");
        }

        foreach (var step in all)
        {
            Check(step, sport, group);
        }
    }

    private void Check(JsonNode? node, int sport, long? group)
    {
        var where = $"step {++_order}";
        if (node is not JsonObject step || step.Whole("stepOrder") != _order)
        {
            throw new WorkoutRefusedException($"{where} needs stepOrder {_order}: the steps are numbered depth first, without gaps");
        }

        var type = WorkoutTables.Steps.Read(step["stepType"], where);
        switch (step.Text("type"))
        {
            case "RepeatGroupDTO" when type == WorkoutTables.RepeatStep:
                CheckGroup(step, where, sport);
                break;
            case "ExecutableStepDTO" when type != WorkoutTables.RepeatStep:
                CheckStep(step, where, sport, group);
                break;
            default:
                throw new WorkoutRefusedException($"{where} needs a type that fits its stepType: RepeatGroupDTO for groups, ExecutableStepDTO for all others");
        }
    }

    private void CheckGroup(JsonObject step, string where, int sport)
    {
        // Some clients leave it out everywhere, and Garmin takes that.
        var group = step.Whole("childStepId");
        if (group is not null && !_groups.Add(group.Value))
        {
            throw new WorkoutRefusedException($"{where} has the childStepId of another group");
        }

        var times = step.Whole("numberOfIterations");
        if (times is not >= 1 || !EndCheck.IsIterations(step, where) || step.Number("endConditionValue") != times)
        {
            throw new WorkoutRefusedException($"{where} needs numberOfIterations, and the end condition iterations with the same value");
        }

        CheckAll(step["workoutSteps"], where, sport, group);
    }

    private static void CheckStep(JsonObject step, string where, int sport, long? group)
    {
        if (step.Whole("childStepId") != group)
        {
            throw new WorkoutRefusedException($"{where} needs the childStepId of the group that it is in, or none outside of groups");
        }

        EndCheck.Check(step, where, sport);
        TargetCheck.Check(step, where);
        CheckStroke(step, where, sport);
        CheckExercise(step, where, sport);
    }

    private static void CheckStroke(JsonObject step, string where, int sport)
    {
        if (step["strokeType"] is null || (step["strokeType"] as JsonObject)?.Whole("strokeTypeId") == 0)
        {
            return;
        }

        WorkoutTables.Strokes.Read(step["strokeType"], where);
        if (sport != WorkoutTables.Swimming)
        {
            throw new WorkoutRefusedException($"{where} has a strokeType, which belongs to swimming");
        }
    }

    private static void CheckExercise(JsonObject step, string where, int sport)
    {
        var keys = new[] { step["category"], step["exerciseName"] }.OfType<JsonNode>().Select(key => key.ToString()).ToList();
        if (keys.Any(key => !Key.IsMatch(key)) || (step["exerciseName"] is not null && step["category"] is null))
        {
            throw new WorkoutRefusedException($"{where} needs a category, and may have an exerciseName, both upper-case keys");
        }

        if (step["weightValue"] is not null)
        {
            UnitCheck.Check(step["weightUnit"], $"the weight of {where}");
        }

        if ((keys.Count > 0 || step["weightValue"] is not null) && sport != WorkoutTables.Strength)
        {
            throw new WorkoutRefusedException($"{where} has an exercise or a weight, which belong to strength training");
        }
    }

    [GeneratedRegex(@"\A[A-Z0-9_]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key { get; }
}
