using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.WorkoutPlans;

public class When_a_workout_plan_is_stored(PostgreSqlServer postgres)
{
    private const string Intervals = """
        [
          {"type": "warmup", "duration": {"type": "lap_button"}},
          {"type": "repeat", "times": 4, "steps": [
            {"type": "interval", "duration": {"type": "distance", "value": 400}, "target": {"type": "pace", "low": 300, "high": 280}, "note": "hold it"},
            {"type": "recovery", "duration": {"type": "time", "value": 90}, "target": {"type": "heart_rate_zone", "zone": 2}}
          ]},
          {"type": "cooldown", "duration": {"type": "time", "value": 600}, "target": {"type": "none"}}
        ]
        """;

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task It_is_read_replaced_listed_and_deleted(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        var (status, made) = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Intervals));
        status.ShouldBe(201, made.ToString());
        var path = $"/workout_plans/{made.Text("id")}";
        var stored = (await centralDb.SendAsync(HttpMethod.Get, path)).Body;
        stored.Text("name").ShouldBe("4 x 400");
        JsonNode.DeepEquals(stored["steps"], JsonNode.Parse(Intervals)).ShouldBeTrue(stored.ToString());

        var changed = Plan(user, """[{"type": "other", "duration": {"type": "reps", "value": 10}}]""");
        changed["sport"] = "strength";
        (await centralDb.SendAsync(HttpMethod.Put, path, changed)).Status.ShouldBe(200);
        (await centralDb.SendAsync(HttpMethod.Get, path)).Body.Text("sport").ShouldBe("strength");
        (await centralDb.SendAsync(HttpMethod.Get, $"/workout_plans?user_id={user}")).Body["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(made.Text("id"));

        (await centralDb.SendAsync(HttpMethod.Delete, path)).Status.ShouldBe(204);
        (await centralDb.SendAsync(HttpMethod.Get, path)).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Put, path, changed)).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Delete, path)).Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_only_swims_and_strength_workouts_have_is_kept(DatabaseProvider database)
    {
        const string Steps = """
            [
              {"type": "interval", "duration": {"type": "distance", "value": 100}, "stroke": "butterfly"},
              {"type": "interval", "duration": {"type": "reps", "value": 12}, "exercise": {"category": "ROW", "name": "BARBELL_ROW"}, "weight": 42.5}
            ]
            """;
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var plan = Plan(await centralDb.NewUserAsync(), Steps);
        plan["pool_length"] = 33.33;

        var made = (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", plan)).Body;
        plan["pool_length"] = 50;
        (await centralDb.SendAsync(HttpMethod.Put, $"/workout_plans/{made.Text("id")}", plan)).Status.ShouldBe(200);

        var stored = (await centralDb.SendAsync(HttpMethod.Get, $"/workout_plans/{made.Text("id")}")).Body;
        ((double)made["pool_length"]!, (double)stored["pool_length"]!).ShouldBe((33.33, 50));
        JsonNode.DeepEquals(stored["steps"], JsonNode.Parse(Steps)).ShouldBeTrue(stored.ToString());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_given_id_is_kept_and_taken_once(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var plan = Plan(await centralDb.NewUserAsync(), Intervals);
        plan["id"] = "tuesday-400s";

        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", plan)).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", plan)).Status.ShouldBe(409);
        (await centralDb.SendAsync(HttpMethod.Get, "/workout_plans/tuesday-400s")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_same_idempotency_key_makes_one_plan()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        centralDb.Http.DefaultRequestHeaders.Add("Idempotency-Key", "tuesday");

        var first = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Intervals));
        var second = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Intervals));
        var other = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(await centralDb.NewUserAsync(), Intervals));

        (first.Status, second.Status, other.Status).ShouldBe((201, 200, 201));
        second.Body.Text("id").ShouldBe(first.Body.Text("id"));
        other.Body.Text("id").ShouldNotBe(first.Body.Text("id"));
    }

    [Theory]
    [InlineData("""[]""", "steps")]
    [InlineData("""[null]""", "steps[0]")]
    [InlineData("""[{"type": "sprint", "duration": {"type": "time", "value": 1}}]""", "steps[0].type")]
    [InlineData("""[{"type": "rest"}]""", "steps[0].duration")]
    [InlineData("""[{"type": "rest", "duration": {"type": "hours", "value": 1}}]""", "steps[0].duration.type")]
    [InlineData("""[{"type": "rest", "duration": {"type": "time"}}]""", "steps[0].duration.value")]
    [InlineData("""[{"type": "rest", "duration": {"type": "time", "value": -1}}]""", "steps[0].duration.value")]
    [InlineData("""[{"type": "rest", "duration": {"type": "time", "value": "long"}}]""", "steps[0].duration.value")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "target": {"type": "mood"}}]""", "steps[0].target.type")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "target": {"type": "power_zone"}}]""", "steps[0].target.zone")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "target": {"type": "power", "low": 100}}]""", "steps[0].target.high")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "times": 2}]""", "steps[0].type")]
    [InlineData("""[{"type": "repeat", "times": 0, "steps": [{"type": "rest", "duration": {"type": "lap_button"}}]}]""", "steps[0].times")]
    [InlineData("""[{"type": "repeat", "times": 2}]""", "steps[0].steps")]
    [InlineData("""[{"type": "repeat", "times": 2, "steps": [{"type": "rest"}]}]""", "steps[0].steps[0].duration")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "stroke": "doggy"}]""", "steps[0].stroke")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "exercise": {"name": "PLANK"}}]""", "steps[0].exercise.category")]
    [InlineData("""[{"type": "rest", "duration": {"type": "lap_button"}, "weight": 0}]""", "steps[0].weight")]
    public async Task A_step_that_is_not_valid_is_named_by_its_place(string steps, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, steps));

        status.ShouldBe(422, problem.ToString());
        problem.BadFields().ShouldBe([field]);
        (await centralDb.SendAsync(HttpMethod.Get, $"/workout_plans?user_id={user}")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_with_the_plan_itself_is_named_together()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", new { id = "../x", sport = "Running!", pool_length = 0 });

        status.ShouldBe(422);
        problem.BadFields().ShouldBe(["id", "name", "pool_length", "sport", "steps", "user_id"]);
        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(Guid.NewGuid(), Intervals))).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, "/workout_plans/..%2fusers")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_plan_nested_without_end_is_refused()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        string Nested(int depth) => depth == 0
            ? """[{"type": "rest", "duration": {"type": "lap_button"}}]"""
            : $$"""[{"type": "repeat", "times": 2, "steps": {{Nested(depth - 1)}}}]""";

        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Nested(4)))).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Nested(5)))).Status.ShouldBe(422);
        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", Plan(user, Nested(30)))).Status.ShouldBe(422);
    }

    private static JsonObject Plan(Guid user, string steps) => new()
    {
        ["user_id"] = user,
        ["name"] = "4 x 400",
        ["sport"] = "running",
        ["steps"] = JsonNode.Parse(steps),
    };
}
