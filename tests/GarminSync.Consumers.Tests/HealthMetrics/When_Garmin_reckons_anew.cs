using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_Garmin_reckons_anew
{
    private const string Night = "sleep-service/sleep/dailySleepData";
    private const string Weight = "weight-service/weight/range";

    [Fact]
    public async Task The_stages_of_a_night_are_those_of_the_last_answer()
    {
        await using var host = await StartAsync((Night, Stages(("2026-02-28T23:00:00.0", "2026-03-01T03:00:00.0"), ("2026-03-01T03:00:00.0", "2026-03-01T06:00:00.0"))));
        var scope = Scope(Today, Today, "sleep_stages_intraday");
        await host.SyncAsync(scope);

        host.Host.Garmin.AnswerWith(Garmin((Night, Stages(("2026-02-28T23:10:00.0", "2026-03-01T02:50:00.0"), ("2026-03-01T02:50:00.0", "2026-03-01T06:05:00.0")))));
        await host.SyncAsync(scope);

        host.Host.Metrics.Keys.Order(StringComparer.Ordinal).ShouldBe(["sleep_stage 2026-02-28T23:10:00Z", "sleep_stage 2026-03-01T02:50:00Z"]);
    }

    [Fact]
    public async Task A_weight_that_was_deleted_is_deleted_and_told()
    {
        await using var host = await StartAsync((Weight, """
            {"dailyWeightSummaries":[{"summaryDate":"2026-03-01","allWeightMetrics":[{"date":1772352000000,"weight":70000.0,"timestampGMT":1772348400000}]}]}
            """));
        var scope = Scope(Today.AddDays(-1), Today, "weight");
        await host.SyncAsync(scope);
        host.Host.Metrics.Count.ShouldBe(1);

        host.Host.Garmin.AnswerWith(Garmin((Weight, """{"dailyWeightSummaries":[]}""")));
        (await host.SyncAsync(scope)).ShouldHaveSingleItem().MetricTypes.ShouldContain("weight");

        host.Host.Metrics.ShouldBeEmpty();
        (await host.SyncAsync(scope)).ShouldBeEmpty();
    }

    private static string Stages(params (string Start, string End)[] stages) => $$"""
        {"dailySleepDTO":{"calendarDate":"2026-03-01","sleepTimeSeconds":28000,"sleepStartTimestampGMT":1772319600000,"sleepStartTimestampLocal":1772323200000,
        "sleepEndTimestampGMT":1772348400000,"sleepEndTimestampLocal":1772352000000},
        "sleepLevels":[{{string.Join(',', stages.Select(stage => $$"""{"startGMT":"{{stage.Start}}","endGMT":"{{stage.End}}","activityLevel":1.0}"""))}}]}
        """;
}
