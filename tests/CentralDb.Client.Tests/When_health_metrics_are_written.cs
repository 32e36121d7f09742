using System.Text.Json;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_health_metrics_are_written
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_go_in_batches_and_the_counts_add_up()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"new":2,"changed":1,"unchanged":0}"""), ("HealthMetricBatchSize", "3"));

        var counts = await db.Client.WriteHealthMetricsAsync(Metrics(7), Token);

        db.Server.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetArrayLength()).ShouldBe([3, 3, 1]);
        counts.ShouldBe(new HealthMetricCounts(6, 3, 0));
    }

    [Fact]
    public async Task A_data_point_is_written_with_what_it_has()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("{}"));
        HealthMetric[] metrics =
        [
            Metrics(1).Single(),
            new()
            {
                UserId = "7",
                MetricType = "steps",
                Timestamp = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
                Value = 0.5,
                Unit = "steps",
                Source = "garmin",
                Details = JsonDocument.Parse("""{"a":[1]}""").RootElement,
            },
        ];

        await db.Client.WriteHealthMetricsAsync(metrics, Token);

        db.Server.Requests.Single().Text.ShouldBe(
            """[{"user_id":"7","metric_type":"resting_heart_rate","date":"2026-03-01","value":48,"unit":"bpm","source":"garmin"},"""
            + """{"user_id":"7","metric_type":"steps","timestamp":"2026-03-01T12:00:00Z","value":0.5,"unit":"steps","details":{"a":[1]},"source":"garmin"}]""");
    }

    [Fact]
    public async Task With_a_batch_size_of_one_each_is_an_object_of_its_own()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"id":1,"value":48}""", 201), ("HealthMetricBatchSize", "1"));

        await db.Client.WriteHealthMetricsAsync(Metrics(2), Token);

        db.Server.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.ValueKind).ShouldBe([JsonValueKind.Object, JsonValueKind.Object]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"id\":1},{\"id\":2}]")]
    [InlineData("{\"new\":null}")]
    [InlineData("")]
    public async Task A_CentralDB_that_does_not_count_is_as_good(string body)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(body));

        (await db.Client.WriteHealthMetricsAsync(Metrics(2), Token)).ShouldBe(HealthMetricCounts.Unknown);
    }

    [Fact]
    public async Task Nothing_to_write_asks_nothing()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(500));

        await db.Client.WriteHealthMetricsAsync([], Token);

        db.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_range_is_replaced_in_one_request()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"new":2,"changed":0,"unchanged":1,"deleted":4}"""));

        var counts = await db.Client.ReplaceHealthMetricsAsync(Range, Token);

        counts.ShouldBe(new HealthMetricCounts(2, 0, 1) { Deleted = 4 });
        var request = db.Server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe(("PUT", "/health_metrics/range"));
        request.Text.ShouldStartWith("""{"user_id":"7","metric_types":["resting_heart_rate"],"from":"2026-03-01","to":"2026-03-03","metrics":[{"user_id":"7",""");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(422)]
    public async Task Where_nothing_can_be_replaced_what_is_superseded_is_marked(int refusal)
    {
        await using var db = await CentralDbHarness.StartAsync(async context => await ((context.Request.Method, refusal) switch
        {
            ("PUT", _) => Answer.Json("""{"detail":"no"}""", refusal),
            ("GET", _) => Answer.Json("""
                [{"user_id":7,"metric_type":"resting_heart_rate","date":"2026-03-01","value":50,"unit":"bpm","source":"garmin"},
                 {"user_id":7,"metric_type":"resting_heart_rate","date":"2026-03-03","value":51,"unit":"bpm","source":"garmin","details":{"a":1}},
                 {"user_id":7,"metric_type":"resting_heart_rate","date":"2026-03-05","value":52,"unit":"bpm","source":"garmin"}]
                """),
            _ => Answer.Json("{}"),
        })(context));

        (await db.Client.ReplaceHealthMetricsAsync(Range, Token)).Deleted.ShouldBe(1);

        db.Server.Requests[^1].Text.ShouldBe(
            """[{"user_id":"7","metric_type":"resting_heart_rate","date":"2026-03-03","value":51,"unit":"bpm","details":{"a":1,"superseded":true},"source":"garmin"}]""");
    }

    [Theory]
    [InlineData("\"date\":\"2026-03-01\",\"timestamp\":\"2026-03-01T12:00:00Z\"")]
    [InlineData("\"timestamp\":\"2026-03-01T12:00:00Z\"")]
    public async Task What_was_just_written_is_known_again_however_CentralDB_tells_its_day(string when)
    {
        await using var db = await CentralDbHarness.StartAsync(async context => await (context.Request.Method switch
        {
            "PUT" => Answer.Json("""{"detail":"no"}""", 404),
            "GET" => Answer.Json($$$"""
                [{"user_id":7,"metric_type":"heart_rate",{{{when}}},"value":50,"unit":"bpm","source":"garmin","details":{"date":"2026-03-01"}},
                 {"user_id":7,"metric_type":"heart_rate",{{{when.Replace("12:", "13:")}}},"value":50,"unit":"bpm","source":"garmin","details":{"date":"2026-03-01"}}]
                """),
            _ => Answer.Json("{}"),
        })(context));
        var point = new HealthMetric
        {
            UserId = "7",
            MetricType = "heart_rate",
            Timestamp = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Value = 50,
            Unit = "bpm",
            Source = "garmin",
        };

        (await db.Client.ReplaceHealthMetricsAsync(Range with { MetricTypes = ["heart_rate"], Metrics = [point] }, Token)).Deleted.ShouldBe(1);

        db.Server.Requests[^1].Text.ShouldBe(
            """[{"user_id":"7","metric_type":"heart_rate","timestamp":"2026-03-01T13:00:00Z","value":50,"unit":"bpm","details":{"date":"2026-03-01","superseded":true},"source":"garmin"}]""");
    }

    [Fact]
    public async Task A_CentralDB_that_can_be_neither_replaced_in_nor_read_is_written_to()
    {
        await using var db = await CentralDbHarness.StartAsync(async context =>
            await (context.Request.Method == "POST" ? Answer.Json("""{"new":2}""") : Answer.Json("""{"detail":"no"}""", 405))(context));

        (await db.Client.ReplaceHealthMetricsAsync(Range, Token)).ShouldBe(new HealthMetricCounts(2, 0, 0));
        await db.Client.ReplaceHealthMetricsAsync(Range, Token);

        db.Server.Requests.Count(request => request.Method == "PUT").ShouldBe(1);
    }

    private static HealthMetricRange Range => new()
    {
        UserId = "7",
        MetricTypes = ["resting_heart_rate"],
        From = new DateOnly(2026, 3, 1),
        To = new DateOnly(2026, 3, 3),
        Metrics = Metrics(2),
    };

    private static HealthMetric[] Metrics(int count) =>
    [
        .. Enumerable.Range(0, count).Select(day => new HealthMetric
        {
            UserId = "7",
            MetricType = "resting_heart_rate",
            Date = new DateOnly(2026, 3, 1).AddDays(day),
            Value = 48,
            Unit = "bpm",
            Source = "garmin",
        }),
    ];
}
