using System.Net;
using System.Text.Json.Nodes;
using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class Golden_workouts(PlanReader plans) : IClassFixture<PlanReader>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Workouts", "Golden");

    [Theory]
    [InlineData("running")]
    [InlineData("cycling")]
    [InlineData("swimming")]
    [InlineData("strength")]
    [InlineData("walking")]
    [InlineData("hiking")]
    [InlineData("other")]
    public async Task A_plan_becomes_this_workout_and_Garmin_takes_it(string sport)
    {
        var plan = await plans.ReadAsync(await ReadAsync($"{sport}.plan.json"));

        var workout = WorkoutTranslation.Of(plan, plan.Id).ShouldBeOfType<TranslatedWorkout.Translated>().Workout;

        var json = JsonNode.Parse(workout.ToJson());
        JsonNode.DeepEquals(json, JsonNode.Parse(await ReadAsync($"{sport}.garmin.json"))).ShouldBeTrue(json!.ToString());
        await using var garmin = await SimulatedWorkouts.StartAsync();
        using var answer = await garmin.PostAsync(workout);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);
}
