using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>Refuses what Garmin Connect is known to refuse, to forget, or to change silently.</summary>
internal static class WorkoutCheck
{
    /// <exception cref="WorkoutRefusedException">Says what is wrong.</exception>
    public static void Check(JsonObject workout)
    {
        if (string.IsNullOrWhiteSpace(workout.Text("workoutName")))
        {
            throw new WorkoutRefusedException("workoutName is needed");
        }

        var sport = WorkoutTables.Sports.Read(workout["sportType"], "the workout");
        CheckPool(workout, sport);
        if (workout["workoutSegments"] is not JsonArray { Count: > 0 } segments)
        {
            throw new WorkoutRefusedException("workoutSegments needs at least one segment");
        }

        if (workout.ContainsKey("estimatedDurationInSecs") && workout["estimatedDurationInSecs"] is not null && workout.Number("estimatedDurationInSecs") is not >= 0)
        {
            throw new WorkoutRefusedException("estimatedDurationInSecs must be a number of seconds");
        }

        var steps = new StepCheck();
        for (var i = 0; i < segments.Count; i++)
        {
            CheckSegment(segments[i], i + 1, sport, steps);
        }
    }

    private static void CheckSegment(JsonNode? node, int order, int sport, StepCheck steps)
    {
        var where = $"segment {order}";
        if (node is not JsonObject segment || segment.Whole("segmentOrder") != order)
        {
            throw new WorkoutRefusedException($"{where} needs segmentOrder {order}");
        }

        var own = WorkoutTables.Sports.Read(segment["sportType"], where);
        if (own != sport && sport != WorkoutTables.MultiSport)
        {
            throw new WorkoutRefusedException($"{where} is of another sport than the workout");
        }

        steps.CheckAll(segment["workoutSteps"], where, own);
    }

    private static void CheckPool(JsonObject workout, int sport)
    {
        // Garmin answers 0 for a workout without a pool, and takes back what it answered.
        if (workout.Number("poolLength") is null or 0 && workout["poolLengthUnit"] is null)
        {
            return;
        }

        if (sport != WorkoutTables.Swimming || workout.Number("poolLength") is not > 0)
        {
            throw new WorkoutRefusedException("poolLength must be above 0, and belongs to swimming");
        }

        UnitCheck.Check(workout["poolLengthUnit"], "poolLengthUnit");
    }
}
