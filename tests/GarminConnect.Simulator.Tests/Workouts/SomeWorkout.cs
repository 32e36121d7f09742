using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Tests.Workouts;

/// <summary>A workout that Garmin takes, to be spoiled by tests, and the calls that a client makes with it.</summary>
internal static class SomeWorkout
{
    public const string Path = "workout-service/workout";

    public static JsonObject Intervals() => JsonNode.Parse("""
        {
          "workoutName": "6 x 400 m", "sportType": {"sportTypeId": 1, "sportTypeKey": "running"}, "estimatedDurationInSecs": 2400,
          "workoutSegments": [{"segmentOrder": 1, "sportType": {"sportTypeId": 1}, "workoutSteps": [
            {"type": "ExecutableStepDTO", "stepOrder": 1, "stepType": {"stepTypeId": 1, "stepTypeKey": "warmup"},
             "endCondition": {"conditionTypeId": 2, "conditionTypeKey": "time"}, "endConditionValue": 600.0,
             "targetType": {"workoutTargetTypeId": 4, "workoutTargetTypeKey": "heart.rate.zone"}, "zoneNumber": 2},
            {"type": "RepeatGroupDTO", "stepOrder": 2, "childStepId": 1, "stepType": {"stepTypeId": 6}, "numberOfIterations": 6, "smartRepeat": false,
             "endCondition": {"conditionTypeId": 7}, "endConditionValue": 6.0, "workoutSteps": [
              {"type": "ExecutableStepDTO", "stepOrder": 3, "childStepId": 1, "stepType": {"stepTypeId": 3},
               "endCondition": {"conditionTypeId": 3}, "endConditionValue": 400.0,
               "targetType": {"workoutTargetTypeId": 6}, "targetValueOne": 4.35, "targetValueTwo": 4.0}]},
            {"type": "ExecutableStepDTO", "stepOrder": 4, "stepType": {"stepTypeId": 2},
             "endCondition": {"conditionTypeId": 1}, "targetType": {"workoutTargetTypeId": 1}}]}]
        }
        """)!.AsObject();

    public static JsonArray Steps(this JsonObject workout) => workout["workoutSegments"]![0]!["workoutSteps"]!.AsArray();

    public static Task<HttpResponseMessage> SendAsync(this HttpClient api, HttpMethod method, string path, JsonNode body) => api.SendAsync(method, path, body.ToJsonString());

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient api, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await api.SendAsync(request, TestSimulator.Cancel);
    }

    /// <summary>Makes the workout and returns what the service answered.</summary>
    public static async Task<JsonElement> CreateAsync(this HttpClient api, JsonNode? workout = null)
    {
        using var answer = await api.SendAsync(HttpMethod.Post, Path, workout ?? Intervals());
        return (await answer.EnsureSuccessStatusCode().ReadAsync()).Clone();
    }

    /// <summary>Puts the workout on a day and returns the id of the entry.</summary>
    public static async Task<long> ScheduleAsync(this HttpClient api, long workoutId, string day)
    {
        using var answer = await api.SendAsync(HttpMethod.Post, $"workout-service/schedule/{workoutId}", $$"""{"date":"{{day}}"}""");
        return (await answer.EnsureSuccessStatusCode().ReadAsync()).GetProperty("workoutScheduleId").GetInt64();
    }

    public static long WorkoutId(this JsonElement workout) => workout.GetProperty("workoutId").GetInt64();
}
