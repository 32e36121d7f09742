using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

public class When_health_metrics_are_replaced(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_is_sent_is_all_that_is_there_of_these_types_and_days(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object Stage(string at, string day, int value) => new { user_id = user, metric_type = "sleep_stage", timestamp = at, value, details = new { date = day } };
        object Steps(string day, int value) => new { user_id = user, metric_type = "steps", date = day, value };
        await When_health_metrics_are_written.PostAsync(centralDb, new[]
        {
            Stage("2026-11-01T23:00:00Z", "2026-11-02", 1), Stage("2026-11-02T03:00:00Z", "2026-11-02", 0), Stage("2026-11-02T23:30:00Z", "2026-11-03", 2),
            Steps("2026-11-02", 100), Steps("2026-11-03", 200),
        });

        var (status, answer) = await centralDb.SendAsync(HttpMethod.Put, "/health_metrics/range", new
        {
            user_id = user,
            metric_types = new[] { "sleep_stage", "steps" },
            from = "2026-11-02",
            to = "2026-11-02",
            metrics = new[] { Stage("2026-11-01T23:10:00Z", "2026-11-02", 1), Stage("2026-11-02T03:00:00Z", "2026-11-02", 0) },
        });

        status.ShouldBe(200, answer.ToString());
        answer.ToJsonString().ShouldBe("""{"new":1,"changed":0,"unchanged":1,"deleted":2}""");
        var left = (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics?user_id={user}")).Body["items"]!.AsArray();
        left.Select(metric => $"{metric!["metric_type"]} {metric["value"]}").ShouldBe(["sleep_stage 1", "sleep_stage 0", "sleep_stage 2", "steps 200"]);
    }

    [Fact]
    public async Task What_is_not_of_the_user_and_the_types_is_refused()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Put, "/health_metrics/range", new
        {
            user_id = user,
            metric_types = new[] { "steps" },
            from = "2026-11-03",
            to = "2026-11-02",
            metrics = new[] { new { user_id = user, metric_type = "weight", date = "2026-11-02", value = 1 } },
        });

        status.ShouldBe(422);
        problem.BadFields().ShouldBe(["to", "[0]"], ignoreOrder: true);
    }
}
