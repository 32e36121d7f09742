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
