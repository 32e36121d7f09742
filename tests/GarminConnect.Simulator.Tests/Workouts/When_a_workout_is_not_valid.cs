using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Workouts;

public class When_a_workout_is_not_valid
{
    [Theory]
    [InlineData("not json", "The body is not JSON")]
    [InlineData("[]", "The body is not an object")]
    [InlineData("{\"workoutName\":\"a\",\"workoutName\":\"b\"}", "The body is not JSON")]
    [InlineData("{}", "workoutName is needed")]
    public async Task A_body_that_is_no_workout_is_refused(string body, string message) => (await RefusalAsync(body)).ShouldBe(message);

    [Theory]
    [InlineData("workoutName", "\" \"", "workoutName is needed")]
    [InlineData("workoutId", "5", "A new workout has no workoutId")]
    [InlineData("sportType", """{"sportTypeId": 1, "sportTypeKey": "cycling"}""", "sportTypeKey 'cycling' for the id of 'running'")]
    [InlineData("sportType", """{"sportTypeId": 99}""", "which does not exist")]
    [InlineData("sportType", """{"sportTypeId": 2}""", "another sport")]
    [InlineData("workoutSegments", "[]", "at least one segment")]
    [InlineData("poolLength", "25", "belongs to swimming")]
    [InlineData("estimatedDurationInSecs", "\"long\"", "estimatedDurationInSecs")]
    public async Task The_workout_is_checked(string member, string value, string message) =>
        (await RefusalAsync(workout => workout[member] = JsonNode.Parse(value))).ShouldContain(message);

    [Theory]
    [InlineData("stepOrder", "2", "step 1 needs stepOrder 1")]
    [InlineData("type", "\"RepeatGroupDTO\"", "step 1 needs a type that fits")]
    [InlineData("childStepId", "1", "childStepId of the group that it is in")]
    [InlineData("stepType", """{"stepTypeId": 1, "stepTypeKey": "rest"}""", "stepTypeKey 'rest'")]
    [InlineData("endCondition", "null", "needs a conditionTypeId")]
    [InlineData("endCondition", """{"conditionTypeId": 7}""", "as only groups do")]
    [InlineData("endCondition", """{"conditionTypeId": 10}""", "in strength training")]
    [InlineData("endCondition", """{"conditionTypeId": 6}""", "endConditionCompare")]
    [InlineData("endConditionValue", "0", "endConditionValue above 0")]
    [InlineData("endConditionValue", "null", "endConditionValue above 0")]
    [InlineData("zoneNumber", "6", "zoneNumber that its target does not have")]
    [InlineData("zoneNumber", "null", "targetValueOne and targetValueTwo above 0")]
    [InlineData("targetValueOne", "100", "zoneNumber")]
    [InlineData("targetType", """{"workoutTargetTypeId": 1}""", "values for no target")]
    [InlineData("targetType", """{"workoutTargetTypeId": 5}""", "zoneNumber")]
    [InlineData("strokeType", """{"strokeTypeId": 6}""", "belongs to swimming")]
    [InlineData("category", "\"ROW\"", "belong to strength training")]
    [InlineData("exerciseName", "\"BARBELL_ROW\"", "needs a category")]
    [InlineData("weightValue", "5000", "unitId")]
    public async Task Each_step_is_checked(string member, string value, string message) =>
        (await RefusalAsync(workout => workout.Steps()[0]![member] = JsonNode.Parse(value))).ShouldContain(message);

    [Theory]
    [InlineData("numberOfIterations", "5", "with the same value")]
    [InlineData("numberOfIterations", "null", "with the same value")]
    [InlineData("endCondition", "null", "needs a conditionTypeId")]
    [InlineData("endCondition", """{"conditionTypeId": 2}""", "the end condition iterations")]
    [InlineData("endConditionValue", "null", "with the same value")]
    [InlineData("childStepId", "null", "step 3 needs the childStepId")]
    [InlineData("childStepId", "2", "step 3 needs the childStepId")]
    [InlineData("workoutSteps", "[]", "needs workoutSteps")]
    [InlineData("stepType", """{"stepTypeId": 3}""", "type that fits")]
    public async Task A_group_is_checked(string member, string value, string message) =>
        (await RefusalAsync(workout => workout.Steps()[1]![member] = JsonNode.Parse(value))).ShouldContain(message);

    [Fact]
    public async Task Two_groups_of_one_number_are_refused()
    {
        (await RefusalAsync(workout =>
        {
            var again = workout.Steps()[1]!.DeepClone();
            (again["stepOrder"], again["workoutSteps"]![0]!["stepOrder"]) = (5, 6);
            workout.Steps().Add(again);
        })).ShouldBe("step 5 has the childStepId of another group");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task A_replacement_must_be_of_the_workout_of_its_path(string method)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();
        var other = SomeWorkout.Intervals();
        other["workoutId"] = id + 1;

        using var answer = await api.SendAsync(new HttpMethod(method), $"{SomeWorkout.Path}/{id}", other);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_read_replaced_or_deleted()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var workout = SomeWorkout.Intervals();
        workout["workoutId"] = 7;

        using var read = await api.GetAsync($"{SomeWorkout.Path}/7", TestSimulator.Cancel);
        using var replaced = await api.SendAsync(HttpMethod.Put, $"{SomeWorkout.Path}/7", workout);
        using var deleted = await api.DeleteAsync($"{SomeWorkout.Path}/7", TestSimulator.Cancel);

        new[] { read, replaced, deleted }.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
    }

    private static Task<string> RefusalAsync(Action<JsonObject> spoil)
    {
        var workout = SomeWorkout.Intervals();
        spoil(workout);
        return RefusalAsync(workout.ToJsonString());
    }

    private static async Task<string> RefusalAsync(string body)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.SendAsync(HttpMethod.Post, SomeWorkout.Path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await api.GetJsonAsync("workout-service/workouts")).GetArrayLength().ShouldBe(0);
        return (await answer.ReadAsync()).Text("message")!;
    }
}
