using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

public class When_one_value_a_day_is_read(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_days_own_value_comes_before_the_last_of_its_moments(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object Day(string type, string date, double value) => new { user_id = user, metric_type = type, date, value, unit = "1" };
        object Weighed(string timestamp, string? date, double value) => new { user_id = user, metric_type = "weight", timestamp, value, unit = "kg", details = date is null ? null : new { date } };
        await When_health_metrics_are_written.PostAsync(centralDb, new[]
        {
            Day("steps", "2026-11-01", 100), Day("steps", "2026-11-02", 200), Day("steps", "2026-11-04", 400), Day("steps", "2026-11-05", 500),
            Weighed("2026-11-02T06:00:00Z", "2026-11-02", 70), Weighed("2026-11-02T18:00:00Z", "2026-11-02", 71), Weighed("2026-11-02T23:30:00Z", "2026-11-03", 72), Weighed("2026-11-03T08:00:00Z", "2026-11-03", 75),
            Weighed("2026-11-04T23:30:00Z", null, 73), Weighed("2026-11-04T23:59:00Z", "2026-11-05", 74),
            Day("weight", "2026-11-03", 69),
        });

        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/days?user_id={user}&metric_type=weight&metric_type=nothing&metric_type=steps&from=2026-11-02&to=2026-11-04"))
            .Body.ToJsonString().ShouldBe(
            """
            {"items":[{"metric_type":"weight","unit":"kg","days":[{"date":"2026-11-02","value":71},{"date":"2026-11-03","value":69},{"date":"2026-11-04","value":73}]},
            {"metric_type":"steps","unit":"1","days":[{"date":"2026-11-02","value":200},{"date":"2026-11-04","value":400}]}]}
            """.ReplaceLineEndings(""));
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/days?user_id={user}&metric_type=steps")).Body["items"]![0]!["days"]!.AsArray().Count.ShouldBe(4);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task The_latest_value_of_each_type_is_told_with_its_day_or_moment_and_the_day_of_the_first(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/latest?user_id={user}")).Body.ToJsonString().ShouldBe("""{"items":[]}""");
        var other = await centralDb.NewUserAsync();
        await When_health_metrics_are_written.PostAsync(centralDb, new object[]
        {
            new { user_id = other, metric_type = "stress", timestamp = "2026-12-01T10:00:00Z", value = 99 },
            new { user_id = user, metric_type = "steps", date = "2026-11-01", value = 100, unit = "1" },
            new { user_id = user, metric_type = "steps", date = "2026-11-03", value = 300, unit = "1" },
            new { user_id = user, metric_type = "hrv", date = "2026-11-03", value = 3 },
            new { user_id = user, metric_type = "hrv", timestamp = "2026-11-03T00:00:00Z", value = 4 },
            new { user_id = user, metric_type = "body_battery", timestamp = "2026-11-01T10:00:00.5Z", value = 50, unit = "1" },
        });

        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/latest?user_id={user}")).Body.ToJsonString().ShouldBe(
            """
            {"items":[{"metric_type":"body_battery","timestamp":"2026-11-01T10:00:00.5Z","date":null,"value":50,"unit":"1","first_date":"2026-11-01"},
            {"metric_type":"hrv","timestamp":"2026-11-03T00:00:00Z","date":null,"value":4,"unit":null,"first_date":"2026-11-03"},
            {"metric_type":"steps","timestamp":null,"date":"2026-11-03","value":300,"unit":"1","first_date":"2026-11-01"}]}
            """.ReplaceLineEndings(""));
    }
}
