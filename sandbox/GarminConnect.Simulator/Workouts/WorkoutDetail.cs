using System.Text.Json;
using System.Text.Json.Nodes;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>A workout as the service answers it: what was sent, with ids, keys, and a null for everything that was not.</summary>
internal static class WorkoutDetail
{
    // Steps have ids that exceed 32 bits.
    private const long StepIdsPerWorkout = 1000;

    private static readonly string[] GroupMembers = ["description", "childStepId", "preferredEndConditionUnit", "endConditionCompare", "skipLastRestStep"];

    private static readonly string[] StepMembers =
    [
        "childStepId", "description", "endConditionValue", "preferredEndConditionUnit", "endConditionCompare", "targetValueOne", "targetValueTwo", "targetValueUnit",
        "zoneNumber", "secondaryTargetType", "secondaryTargetValueOne", "secondaryTargetValueTwo", "secondaryTargetValueUnit", "secondaryZoneNumber", "endConditionZone",
        "category", "exerciseName", "workoutProvider", "providerExerciseSourceId", "weightValue", "weightUnit",
    ];

    public static JsonObject Of(Athlete athlete, StoredWorkout workout)
    {
        var detail = JsonSerializer.SerializeToNode(WorkoutRow.Of(athlete, workout), GarminJson.WithNulls)!.AsObject();
        detail["updatedDate"] = detail["updateDate"]!.DeepClone();
        detail.Remove("updateDate");
        foreach (var name in new[] { "subSportType", "sharedWithUsers", "locale", "uploadTimestamp", "consumerName", "consumerImageURL", "consumerWebsiteURL", "avgTrainingSpeed" })
        {
            detail[name] = null;
        }

        detail["isSessionTransitionEnabled"] = false;
        var stepId = workout.Id * StepIdsPerWorkout;
        detail["workoutSegments"] = new JsonArray([.. workout.Body["workoutSegments"]!.AsArray().Select(segment => Segment(segment!.AsObject(), ref stepId))]);
        return detail;
    }

    private static JsonObject Segment(JsonObject sent, ref long stepId) => new()
    {
        ["segmentOrder"] = sent["segmentOrder"]!.DeepClone(),
        ["sportType"] = WorkoutTables.Sports.Full(sent["sportType"]),
        ["workoutSteps"] = Steps(sent, ref stepId),
    };

    private static JsonArray Steps(JsonObject parent, ref long stepId)
    {
        var steps = new JsonArray();
        foreach (var step in parent["workoutSteps"]!.AsArray())
        {
            steps.Add((JsonNode)Step(step!.AsObject(), ref stepId));
        }

        return steps;
    }

    private static JsonObject Step(JsonObject sent, ref long stepId)
    {
        var isGroup = sent.ContainsKey("workoutSteps");
        var step = sent.DeepClone().AsObject();
        step["stepId"] = ++stepId;
        step["stepType"] = WorkoutTables.Steps.Full(sent["stepType"]);
        step["endCondition"] = WorkoutTables.Conditions.Full(sent["endCondition"]);
        step["endCondition"]!["displayable"] = !isGroup;
        foreach (var name in (isGroup ? GroupMembers : StepMembers).Where(name => !step.ContainsKey(name)))
        {
            step[name] = null;
        }

        if (isGroup)
        {
            step["workoutSteps"] = Steps(sent, ref stepId);
            return step;
        }

        step["targetType"] = WorkoutTables.Targets.Full(sent["targetType"]);
        step["strokeType"] = (sent["strokeType"] as JsonObject)?.Whole("strokeTypeId") is > 0 ? WorkoutTables.Strokes.Full(sent["strokeType"]) : None("strokeType");
        step["equipmentType"] = None("equipmentType");
        return step;
    }

    private static JsonObject None(string name) => new() { [$"{name}Id"] = 0, [$"{name}Key"] = null, ["displayOrder"] = 0 };
}
