using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

public class When_health_metrics_are_written(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task The_answer_counts_new_changed_and_unchanged(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object Point(string day, double value) => new { user_id = user, metric_type = "resting_heart_rate", date = day, value, unit = "bpm", source = "garmin", details = new { a = 1 } };

        (await PostAsync(centralDb, new[] { Point("2026-11-01", 50), Point("2026-11-02", 51) })).ShouldBe((2, 0, 0));
        (await PostAsync(centralDb, new[] { Point("2026-11-01", 50), Point("2026-11-02", 52), Point("2026-11-03", 53) })).ShouldBe((1, 1, 1));
        (await PostAsync(centralDb, Point("2026-11-03", 53))).ShouldBe((0, 0, 1));
        (await PostAsync(centralDb, Array.Empty<object>())).ShouldBe((0, 0, 0));

        var stored = await ListAsync(centralDb, $"?user_id={user}");
        stored.Select(metric => metric!["value"]!.GetValue<double>()).ShouldBe([50, 52, 53]);
        stored[0]!.Text("date").ShouldBe("2026-11-01");
        stored[0]!["timestamp"].ShouldBeNull();
        stored[0]!.Text("unit").ShouldBe("bpm");
        stored[0]!["details"]!.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_moment_is_the_same_in_any_offset_and_is_not_the_day_that_it_begins(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object At(string timestamp, double value) => new { user_id = user, metric_type = "hrv", timestamp, value };

        (await PostAsync(centralDb, At("2026-11-01T00:00:00.123456789Z", 1))).ShouldBe((1, 0, 0));
        (await PostAsync(centralDb, At("2026-11-01T01:00:00.1234567+01:00", 2))).ShouldBe((0, 1, 0));
        (await PostAsync(centralDb, At("2026-11-01T00:00:00.123456", 2))).ShouldBe((0, 0, 1));
        (await PostAsync(centralDb, At("2026-11-01T00:00:00", 3))).ShouldBe((1, 0, 0));
        (await PostAsync(centralDb, new { user_id = user, metric_type = "hrv", date = "2026-11-01", value = 3 })).ShouldBe((1, 0, 0));
        (await ListAsync(centralDb, $"?user_id={user}")).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task One_bad_point_and_the_whole_array_is_not_stored(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object[] points =
        [
            new { user_id = user, metric_type = "steps", date = "2026-11-01", value = 1 },
            new { user_id = user, metric_type = " ", value = (double?)null },
            new { user_id = Guid.NewGuid(), metric_type = "steps", date = "2026-11-01", value = 1 },
        ];

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Post, "/health_metrics", points);
        status.ShouldBe(422);
        problem.BadFields().ShouldBe(["[1].metric_type", "[1].timestamp", "[1].value"]);
        (await centralDb.SendAsync(HttpMethod.Post, "/health_metrics", new[] { points[0], points[2] })).Status.ShouldBe(404);

        (await ListAsync(centralDb, $"?user_id={user}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"value": "twelve"}""", "value")]
    [InlineData("""[{"user_id": 5}]""", "[0].user_id")]
    [InlineData("""[{"date": "22.11.2026"}]""", "[0].date")]
    [InlineData("""[{"timestamp": 1763790000}]""", "[0].timestamp")]
    public async Task A_field_of_the_wrong_type_is_named(string body, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        using var content = new StringContent(body, null, "application/json");

        using var response = await centralDb.Http.PostAsync("/health_metrics", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(422);
        (await response.JsonAsync()).BadFields().ShouldBe([field]);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Eight_arrays_with_the_same_points_at_once_store_each_point_once(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var points = Enumerable.Range(0, 300).Select(i => new { user_id = user, metric_type = $"type{i % 3}", timestamp = $"2026-11-01T{i / 60:00}:{i % 60:00}:00Z", value = i });

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PostAsync(centralDb, i % 2 == 0 ? points : points.Reverse())));

        counts.Sum(count => count.New).ShouldBe(300);
        counts.Sum(count => count.Unchanged).ShouldBe(7 * 300);
        (await ListAsync(centralDb, $"?user_id={user}")).Count.ShouldBe(300);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task They_are_read_by_user_type_and_time(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await PostAsync(centralDb, Enumerable.Range(1, 5).SelectMany(day => new object[]
        {
            new { user_id = user, metric_type = "steps", date = $"2026-11-0{day}", value = day },
            new { user_id = user, metric_type = "stress", timestamp = $"2026-11-0{day}T12:00:00Z", value = 10 * day },
        }));

        async Task<double[]> ValuesAsync(string query) =>
            [.. (await ListAsync(centralDb, $"?user_id={user}&{query}")).Select(metric => metric!["value"]!.GetValue<double>())];

        (await ValuesAsync("metric_type=steps")).ShouldBe([1, 2, 3, 4, 5]);
        (await ValuesAsync("from=2026-11-02&to=2026-11-03")).ShouldBe([2, 20, 3, 30]);
        (await ValuesAsync("metric_type=stress&from=2026-11-04T12:00:00Z")).ShouldBe([40, 50]);
        (await ValuesAsync("metric_type=stress&limit=2&offset=1")).ShouldBe([20, 30]);
        (await ValuesAsync("metric_type=nothing")).ShouldBeEmpty();
        (await centralDb.SendAsync(HttpMethod.Get, "/health_metrics")).Body.BadFields().ShouldBe(["user_id"]);
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics?user_id={Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    internal static async Task<(int New, int Changed, int Unchanged)> PostAsync(RunningCentralDb centralDb, object points)
    {
        var (status, body) = await centralDb.SendAsync(HttpMethod.Post, "/health_metrics", points);
        status.ShouldBe(200, body.ToString());
        return (body["new"]!.GetValue<int>(), body["changed"]!.GetValue<int>(), body["unchanged"]!.GetValue<int>());
    }

    private static async Task<JsonArray> ListAsync(RunningCentralDb centralDb, string query) =>
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics{query}")).Body["items"]!.AsArray();
}
