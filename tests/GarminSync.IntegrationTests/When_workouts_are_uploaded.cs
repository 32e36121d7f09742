using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_workouts_are_uploaded(RabbitMqBroker broker)
{
    [Fact]
    public async Task Plans_reach_Garmin_once_and_what_cannot_is_told()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var uploaded = await PlainSubscriber.StartAsync(system.Amqp, "WorkoutUploaded");
        await using var failed = await PlainSubscriber.StartAsync(system.Amqp, "WorkoutUploadFailed");
        var userId = await system.Api.LinkAsync();
        await StoreAsync(system, userId, "tuesday", """{"type": "time", "value": 1800}""");
        await StoreAsync(system, userId, "pushups", """{"type": "reps", "value": 20}""");

        var first = await UploadAsync(system, new { workout_ids = new[] { "tuesday", "pushups" }, schedule_on = "2026-12-01" });

        (first.GetProperty("state").GetString(), Done(first)).ShouldBe(("completed_with_errors", 1));
        var failure = first.GetProperty("failures").EnumerateArray().ShouldHaveSingleItem();
        failure.GetProperty("reason").GetString().ShouldBe("step 1 (interval): repetitions are counted in a strength workout only.");
        var workout = (await WorkoutsAsync(garmin)).ShouldHaveSingleItem();
        workout.GetProperty("days").EnumerateArray().Select(day => day.GetString()).ShouldBe(["2026-12-01"]);
        await Eventually.Equals(1, () => Task.FromResult(uploaded.Envelopes.Count));
        var told = uploaded.Envelopes.Single().GetProperty("message");
        told.GetProperty("workoutId").GetString().ShouldBe("tuesday");
        told.GetProperty("garminWorkoutId").GetInt64().ShouldBe(workout.GetProperty("workoutId").GetInt64());
        told.GetProperty("scheduledOn").GetString().ShouldBe("2026-12-01");
        await Eventually.Equals(1, () => Task.FromResult(failed.Envelopes.Count));
        failed.Envelopes.Single().GetProperty("message").GetProperty("workoutId").GetString().ShouldBe("pushups");

        var again = await UploadAsync(system, new { workout_id = "tuesday" }, "api/sync/garmin/workouts");

        (again.GetProperty("state").GetString(), Done(again)).ShouldBe(("completed", 1));
        (await WorkoutsAsync(garmin)).Count.ShouldBe(1);
        uploaded.Envelopes.Count.ShouldBe(1, "nothing was changed");
    }

    [Fact]
    public async Task One_that_was_sent_is_taken_back()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var removed = await PlainSubscriber.StartAsync(system.Amqp, "WorkoutRemoved");
        var userId = await system.Api.LinkAsync();
        await StoreAsync(system, userId, "tuesday", """{"type": "time", "value": 1800}""");
        var (workout, status) = ($"api/garmin/workouts/tuesday?user_id={userId}", $"api/garmin/workouts/tuesday/status?user_id={userId}");
        (await StateAsync(system, status)).ShouldBe("not_sent");
        await UploadAsync(system, new { workout_ids = new[] { "tuesday" }, schedule_on = "2026-12-01" });
        (await StateAsync(system, status)).ShouldBe("uploaded");

        for (var time = 1; time <= 2; time++)
        {
            using var answer = await system.Api.DeleteAsync(new Uri(workout, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
            var job = await system.Api.EndOfJobAsync(answer.Headers.Location!);
            (job.GetProperty("state").GetString(), Done(job)).ShouldBe(("completed", 1));
        }

        (await WorkoutsAsync(garmin)).ShouldBeEmpty();
        (await StateAsync(system, status)).ShouldBe("removed");
        await Eventually.Equals(1, () => Task.FromResult(removed.Envelopes.Count));
        removed.Envelopes.Single().GetProperty("message").GetProperty("workoutId").GetString().ShouldBe("tuesday");

        using var unknown = await system.Api.DeleteAsync(new Uri($"api/garmin/workouts/none?user_id={userId}", UriKind.Relative));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_plan_is_a_404()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await system.Api.LinkAsync();

        using var answer = await system.Api.PostAsJsonAsync("api/garmin/sync/workouts", new { workout_ids = new[] { "none" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"detail": "Workout not found."}""");
    }

    private static async Task StoreAsync(HostedSystem system, string userId, string id, string duration)
    {
        using var answer = await system.CentralDb.Http.PostAsJsonAsync("workout_plans", new
        {
            id,
            user_id = userId,
            name = id,
            sport = "running",
            steps = new[] { new { type = "interval", duration = JsonSerializer.Deserialize<JsonElement>(duration) } },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> UploadAsync(HostedSystem system, object body, string path = "api/garmin/sync/workouts")
    {
        using var answer = await system.Api.PostAsJsonAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await system.Api.EndOfJobAsync(answer.Headers.Location!);
    }

    private static async Task<List<JsonElement>> WorkoutsAsync(GarminSimulator garmin)
    {
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        return [.. (await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/workouts")).EnumerateArray()];
    }

    private static async Task<string?> StateAsync(HostedSystem system, string status) =>
        (await system.Api.GetFromJsonAsync<JsonElement>(status)).GetProperty("state").GetString();

    private static int Done(JsonElement job) => job.GetProperty("counts").GetProperty("workouts").GetProperty("done").GetInt32();
}
