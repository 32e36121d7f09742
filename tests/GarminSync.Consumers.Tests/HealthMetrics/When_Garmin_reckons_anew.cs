using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_Garmin_reckons_anew
{
    private const string SleepOfADay = "sleep-service/sleep/dailySleepData";
    private const string Nights = "sleep-service/stats/sleep/daily";
    private const string Weight = "weight-service/weight/range";

    [Fact]
    public async Task The_stages_of_a_night_are_those_of_the_last_answer()
    {
        await using var host = await StartAsync((SleepOfADay, Stages(("2026-02-28T23:00:00.0", "2026-03-01T03:00:00.0"), ("2026-03-01T03:00:00.0", "2026-03-01T06:00:00.0"))));
        var scope = Scope(Today, Today, "sleep_stages_intraday");
        await host.SyncAsync(scope);

        host.Host.Garmin.AnswerWith(Garmin((SleepOfADay, Stages(("2026-02-28T23:10:00.0", "2026-03-01T02:50:00.0"), ("2026-03-01T02:50:00.0", "2026-03-01T06:05:00.0")))));
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

    [Fact]
    public async Task A_member_that_cannot_be_read_takes_nothing_from_CentralDB()
    {
        await using var host = await StartAsync((Nights, Night(27000, "80")));
        var scope = Scope(Today, Today, "sleep");
        await host.SyncAsync(scope);

        host.Host.Garmin.AnswerWith(Garmin((Nights, Night(28000, "\"n/a\""))));
        await host.SyncAsync(scope);
        host.Host.Metrics["sleep_score 2026-03-01"]["value"]!.GetValue<double>().ShouldBe(80);
        host.Host.Metrics["sleep_duration 2026-03-01"]["value"]!.GetValue<double>().ShouldBe(28000);
        (await host.SyncAsync(scope)).ShouldBeEmpty("it is the same");

        host.Host.Garmin.AnswerWith(Garmin((Nights, Night(28000, "null"))));
        await host.SyncAsync(scope);
        host.Host.Metrics.Keys.ShouldBe(["sleep_duration 2026-03-01"], "Garmin says that there is none");
    }

    [Fact]
    public async Task Points_of_a_curve_that_cannot_be_read_take_nothing_from_CentralDB()
    {
        const string HeartRates = "wellness-service/wellness/dailyHeartRate";
        await using var host = await StartAsync((HeartRates, """{"calendarDate":"2026-03-01","heartRateValues":[[1772348400000,51],[1772348520000,53]]}"""));
        var scope = Scope(Today, Today, "heart_rate_intraday");
        await host.SyncAsync(scope);

        host.Host.Garmin.AnswerWith(Garmin((HeartRates, """{"calendarDate":"2026-03-01","heartRateValues":[[1772348400000,51],["then",53],[1772348640000,55]]}""")));
        await host.SyncAsync(scope);

        host.Host.Metrics.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_call_took_back_in_part_the_next_one_takes_back_in_full()
    {
        const string Summary = "usersummary-service/usersummary/daily";
        await using var host = await StartAsync((Summary, """
            {"calendarDate":"2026-03-01","restingHeartRate":50,"minHeartRate":45,"maxHeartRate":150}
            """));
        var scope = Scope(Today, Today, "heart_rate") with { Force = true };
        await host.SyncAsync(scope);
        host.Host.Metrics.Count.ShouldBe(3);

        host.Host.Garmin.AnswerWith(Garmin((Summary, "403"), ("graphql-gateway", "403"), ("wellness-service/wellness/dailyHeartRate", "403"), ("usersummary-service/stats/heartRate", "[]")));
        await host.SyncAsync(scope);
        host.Host.Metrics.Keys.ShouldBe(["min_heart_rate 2026-03-01", "max_heart_rate 2026-03-01"], ignoreOrder: true);
        (await host.SyncAsync(scope)).ShouldBeEmpty("it is the same");

        host.Host.Garmin.AnswerWith(Garmin((Summary, """{"calendarDate":"2026-03-01","restingHeartRate":null}""")));
        await host.SyncAsync(scope);

        host.Host.Metrics.ShouldBeEmpty();
        (await host.SyncAsync(scope)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Calls_that_give_goals_of_a_day_without_a_watch_and_calls_that_do_not_agree()
    {
        await using var host = await StartAsync(
            ("usersummary-service/usersummary/daily", """{"calendarDate":"2026-03-01","totalSteps":null,"dailyStepGoal":8000}"""),
            ("graphql-gateway", """{"data":{"userDailySummaryV2Scalar":{"data":[]}}}"""));

        (await host.SyncAsync(Scope(Today, Today, "steps"))).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromDays(10));
        (await host.SyncAsync(Scope(Today.AddDays(-1), Today, "steps", "heart_rate"))).ShouldBeEmpty();

        host.Asked("graphql-gateway").ShouldBe(1);
        host.Asked("usersummary/daily").ShouldBe(1);
        host.Host.CentralDb.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_404_leaves_a_stored_day_as_it_is()
    {
        const string Summary = "usersummary-service/usersummary/daily";
        await using var host = await StartAsync((Summary, """{"calendarDate":"2026-03-01","activeSeconds":3600}"""));
        var scope = Scope(Today, Today, "activity_time");
        await host.SyncAsync(scope);

        host.Host.Garmin.AnswerWith(Garmin((Summary, "404")));
        await host.SyncAsync(scope);

        host.Host.Metrics.Keys.ShouldBe(["active_time 2026-03-01"]);
        var row = (await host.LedgerAsync("activity_time")).ShouldHaveSingleItem();
        (row.State, row.FromDevice, row.ValuesHash is null).ShouldBe((MetricDayState.Stored, true, false));
    }

    private static string Night(int seconds, string score) =>
        $$$"""{"individualStats":[{"calendarDate":"2026-03-01","values":{"totalSleepTimeInSeconds":{{{seconds}}},"sleepScore":{{{score}}}}}]}""";

    private static string Stages(params (string Start, string End)[] stages) => $$"""
        {"dailySleepDTO":{"calendarDate":"2026-03-01","sleepTimeSeconds":28000,"sleepStartTimestampGMT":1772319600000,"sleepStartTimestampLocal":1772323200000,
        "sleepEndTimestampGMT":1772348400000,"sleepEndTimestampLocal":1772352000000},
        "sleepLevels":[{{string.Join(',', stages.Select(stage => $$"""{"startGMT":"{{stage.Start}}","endGMT":"{{stage.End}}","activityLevel":1.0}"""))}}]}
        """;
}
