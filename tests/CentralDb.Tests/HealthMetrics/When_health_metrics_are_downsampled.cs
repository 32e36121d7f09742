using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

public class When_health_metrics_are_downsampled(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_bucket_says_what_is_in_it_and_an_empty_one_is_not_there(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await WriteAsync(centralDb, At(user, "10:00:00", 60), At(user, "10:10:00.5", 90), At(user, "10:29:59.999999", 72), At(user, "12:30:00", 80), At(user, "13:59:59", 81), At(user, "14:00:00", 1));

        (await SeriesAsync(centralDb, $"user_id={user}&metric_type=heart_rate&from=2026-11-01T10:00:00Z&to=2026-11-01T13:59:59.999999Z&points=8")).ToJsonString().ShouldBe(
            """
            {"items":[{"metric_type":"heart_rate","unit":"bpm","daily":false,"bucket_seconds":1800,"buckets":[
            {"timestamp":"2026-11-01T10:00:00Z","first":60,"min":60,"max":90,"mean":74,"last":72,"count":3},
            {"timestamp":"2026-11-01T12:30:00Z","first":80,"min":80,"max":80,"mean":80,"last":80,"count":1},
            {"timestamp":"2026-11-01T13:30:00Z","first":81,"min":81,"max":81,"mean":81,"last":81,"count":1}]}]}
            """.ReplaceLineEndings(""));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Values_of_days_are_put_together_by_whole_days_and_apart_from_moments(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await WriteAsync(centralDb, [
            .. Enumerable.Range(1, 9).Select(day => (object)new { user_id = user, metric_type = "steps", date = $"2026-11-0{day}", value = day, unit = "1" }),
            new { user_id = user, metric_type = "steps", timestamp = "2026-11-02T00:00:00Z", value = 1000 },
            new { user_id = user, metric_type = "weight", date = "2026-11-03", value = 70, unit = "kg" }]);

        var series = (await SeriesAsync(centralDb, $"user_id={user}&metric_type=weight&metric_type=steps&metric_type=nothing&from=2026-11-02&to=2026-11-08&points=3"))["items"]!.AsArray();

        series.Select(one => (one!.Text("metric_type"), one!["daily"]!.GetValue<bool>(), one!["bucket_seconds"]!.GetValue<double>()))
            .ShouldBe([("weight", true, 3 * 86_400), ("steps", true, 3 * 86_400), ("steps", false, 7 * 86_400 / 3.0)]);
        series[1]!["buckets"]!.AsArray().Select(bucket => $"{bucket!["date"]} {bucket["first"]} {bucket["last"]} {bucket["count"]}")
            .ShouldBe(["2026-11-02 2 4 3", "2026-11-05 5 7 3", "2026-11-08 8 8 1"]);
        series[2]!["buckets"]!.AsArray().ShouldHaveSingleItem()!["max"]!.GetValue<double>().ShouldBe(1000);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Without_a_range_it_is_from_the_first_value_to_the_last(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        (await SeriesAsync(centralDb, $"user_id={user}&metric_type=heart_rate"))["items"]!.AsArray().ShouldBeEmpty();
        await WriteAsync(centralDb, At(user, "10:00:00", 60), At(user, "10:10:00.5", 90), At(user, "23:00:00", 72));

        var buckets = (await SeriesAsync(centralDb, $"user_id={user}&metric_type=heart_rate&points=1"))["items"]![0]!["buckets"]!.AsArray();

        var bucket = buckets.ShouldHaveSingleItem()!;
        (bucket.Text("timestamp"), bucket["count"]!.GetValue<int>()).ShouldBe(("2026-11-01T10:00:00Z", 3));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_is_superseded_is_left_out(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        object Point(string type, string? date, string? timestamp, double value, bool superseded) =>
            new { user_id = user, metric_type = type, date, timestamp, value, details = superseded ? new { superseded } : null };
        await WriteAsync(
            centralDb,
            Point("heart_rate", null, "2020-01-01T10:00:00Z", 59, superseded: true),
            Point("heart_rate", null, "2026-11-01T10:00:00Z", 60, superseded: false),
            Point("heart_rate", null, "2026-11-01T11:00:00Z", 61, superseded: true),
            Point("steps", "2026-11-01", null, 100, superseded: false),
            Point("steps", "2026-11-02", null, 200, superseded: true),
            Point("weight", "2026-11-02", null, 70, superseded: true));

        var series = (await SeriesAsync(centralDb, $"user_id={user}&metric_type=heart_rate&points=1&from=2026-11-01&to=2026-11-02"))["items"]![0]!["buckets"]![0]!;
        (series["last"]!.GetValue<double>(), series["count"]!.GetValue<int>()).ShouldBe((60, 1));
        (await SeriesAsync(centralDb, $"user_id={user}&metric_type=heart_rate&points=1"))["items"]![0]!["buckets"]![0]!["timestamp"]!.GetValue<DateTimeOffset>()
            .ShouldBe(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), "the first value that counts");
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/days?user_id={user}&metric_type=steps&metric_type=weight")).Body["items"]!.AsArray()
            .ShouldHaveSingleItem()!["days"]!.AsArray().ShouldHaveSingleItem()!["value"]!.GetValue<double>().ShouldBe(100);
        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/latest?user_id={user}")).Body["items"]!.AsArray()
            .Select(metric => $"{metric!["metric_type"]} {metric["value"]}").ShouldBe(["heart_rate 60", "steps 100"]);
    }

    [Theory]
    [InlineData("series?metric_type=steps", "user_id")]
    [InlineData("series?user_id={user}", "metric_type")]
    [InlineData("series?user_id={user}&metric_type=steps&points=0", "points")]
    [InlineData("series?user_id={user}&metric_type=steps&points=2001", "points")]
    [InlineData("series?user_id={user}&metric_type=steps&from=2026-11-02&to=2026-11-01", "to")]
    [InlineData("days?user_id={user}&metric_type=%20", "metric_type")]
    [InlineData("days?user_id={user}&metric_type=steps&from=2026-11-02T00:00:00Z", "from")]
    [InlineData("days?user_id={user}&metric_type=steps&from=2026-11-02&to=2026-11-01", "to")]
    [InlineData("latest?user_id=7", "user_id")]
    public async Task What_is_not_valid_is_named(string call, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/{call.Replace("{user}", $"{await centralDb.NewUserAsync()}")}");

        status.ShouldBe(422);
        problem.BadFields().ShouldBe([field]);
    }

    [Theory]
    [InlineData("series?metric_type=steps&user_id=")]
    [InlineData("days?metric_type=steps&user_id=")]
    [InlineData("latest?user_id=")]
    public async Task Nobodys_metrics_are_a_404(string call)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/{call}{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    private static object At(Guid user, string time, double value) => new { user_id = user, metric_type = "heart_rate", timestamp = $"2026-11-01T{time}Z", value, unit = "bpm" };

    private static async Task WriteAsync(RunningCentralDb centralDb, params object[] points) => await When_health_metrics_are_written.PostAsync(centralDb, points);

    internal static async Task<JsonNode> SeriesAsync(RunningCentralDb centralDb, string query)
    {
        var (status, series) = await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/series?{query}");
        status.ShouldBe(200, series.ToString());
        return series;
    }
}
