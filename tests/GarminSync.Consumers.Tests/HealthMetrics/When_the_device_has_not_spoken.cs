using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_the_device_has_not_spoken
{
    private const string SleepRange = "sleep-service/stats/sleep/daily";
    private const string SummaryOfADay = "usersummary-service/usersummary/daily";
    private const string StepsRange = "usersummary-service/stats/steps/daily";

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public async Task A_watch_that_comes_back_late_brings_all_its_days_with_the_next_ordinary_sync(int daysAway)
    {
        await using var host = await StartAsync();
        Worn(host, day => day < Today.AddDays(-daysAway));
        await host.SyncAsync(Scope(null, null, "sleep", "steps"));
        var before = await host.LedgerAsync("steps");
        var away = before.Where(row => row.Day >= Today.AddDays(-daysAway)).ToList();
        away.ShouldNotBeEmpty();
        away.ShouldAllBe(row => row.State == MetricDayState.Empty && !row.Settled, "a goal is nothing that was measured");

        Worn(host, _ => true);
        await host.SyncAsync(Scope(null, null, "sleep", "steps"));

        foreach (var day in new DayRange(Today.AddDays(-daysAway), Today).Days)
        {
            host.Host.Metrics.Keys.ShouldContain($"sleep_duration {day:yyyy-MM-dd}");
            host.Host.Metrics.Keys.ShouldContain($"steps {day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public async Task Daily_syncs_while_the_watch_is_away_for_weeks_lose_nothing()
    {
        await using var host = await StartAsync();
        for (var day = 0; day < 40; day++)
        {
            Worn(host, worn => worn < Today);
            await host.SyncAsync(Scope(null, null, "sleep"));
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        host.Host.Garmin.Requests.Count.ShouldBeLessThan(110, "two or three calls a day at most");
        Worn(host, _ => true);
        await host.SyncAsync(Scope(null, null, "sleep"));
        await host.SyncAsync(Scope(null, null, "sleep"));

        (await host.LedgerAsync("sleep")).ShouldAllBe(row => row.State == MetricDayState.Stored);
        (await host.PlanAsync(Scope(null, null, "sleep"))).ShouldHaveSingleItem().From.ShouldBeGreaterThan(Today.AddDays(34), "all of the rest is final");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void A_day_without_values_is_final_when_Garmin_tells_of_an_upload_after_its_end(int minutesAfter, bool isFinal)
    {
        var day = Today.AddDays(-10);
        // The day is over everywhere when it is over twelve hours west of Greenwich.
        var end = new DateTimeOffset(day.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero);
        var answer = new MetricDay(MetricCatalogue.Metrics.Single(metric => metric.Name == "steps"), day, []) { SyncedUntil = end.AddMinutes(minutesAfter) };

        Settlement.IsSettled(answer, new DeviceWord(null), end.AddDays(9)).ShouldBe(isFinal);
    }

    [Fact]
    public async Task A_day_without_values_is_final_when_a_later_day_has_some_or_after_sixty_days()
    {
        await using var host = await StartAsync();
        var days = Scope(Today.AddDays(-70), Today.AddDays(-5), "sleep");
        await host.SyncAsync(days);
        (await host.LedgerAsync("sleep")).ShouldAllBe(row => row.Settled == row.Day < Today.AddDays(-61));

        Worn(host, day => day == Today.AddDays(-5));
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.SyncAsync(days);
        await host.SyncAsync(days);

        (await host.LedgerAsync("sleep")).Where(row => row.Day < Today.AddDays(-5)).ShouldAllBe(row => row.Settled && row.State == MetricDayState.Empty);
    }

    [Fact]
    public async Task A_manual_weight_is_no_word_of_a_device()
    {
        await using var host = await StartAsync(("weight-service/weight/range", Weighed(Today)));
        await host.SyncAsync(Scope(Today.AddDays(-20), Today, "weight"));

        var ledger = await host.LedgerAsync("weight");
        ledger.ShouldNotBeEmpty();
        ledger.ShouldAllBe(row => !row.Settled);
    }

    [Fact]
    public async Task Old_empty_days_are_asked_for_less_and_less_often()
    {
        await using var host = await StartAsync();
        var old = Scope(Today.AddDays(-30), Today.AddDays(-20), "sleep");
        var newer = Scope(Today.AddDays(-10), Today.AddDays(-6), "sleep");
        await host.SyncAsync(old);
        await host.SyncAsync(newer);

        host.Clock.Advance(TimeSpan.FromHours(23));
        (await host.PlanAsync(newer)).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromHours(1));
        (await host.PlanAsync(newer)).ShouldNotBeEmpty();
        (await host.PlanAsync(old)).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromDays(2));
        (await host.PlanAsync(old)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_a_settled_empty_day_gets_values_its_neighbours_are_asked_for_again()
    {
        await using var host = await StartAsync();
        Worn(host, day => day == Today);
        await host.SyncAsync(Scope(null, null, "sleep"));
        await host.SyncAsync(Scope(null, null, "sleep"));
        (await host.LedgerAsync("sleep")).ShouldContain(row => row.Settled && row.Day == Today.AddDays(-10));

        Worn(host, _ => true);
        await host.SyncAsync(Scope(Today.AddDays(-10), Today.AddDays(-10), "sleep") with { Force = true });

        await host.SyncAsync(Scope(null, null, "sleep"));
        (await host.LedgerAsync("sleep")).ShouldAllBe(row => row.State == MetricDayState.Stored);
    }

    [Fact]
    public async Task What_a_watch_has_left_of_a_day_arrives_although_another_one_spoke_meanwhile()
    {
        await using var host = await StartAsync();
        Summary(host, 4000, "2026-03-01T11:00:00.0");
        await host.SyncAsync(Scope(null, null, "steps", "sleep"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Summary(host, 4000, "2026-03-01T11:00:00.0", Today.AddDays(1));
        await host.SyncAsync(Scope(null, null, "steps", "sleep"));
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await host.SyncAsync(Scope(Today, Today, "steps"));
        }

        (await host.LedgerAsync("steps")).Single(row => row.Day == Today).Settled.ShouldBeFalse();
        host.Asked(SummaryOfADay).ShouldBeLessThan(5 * 24, "each time until it could have been final, then once a day");

        Summary(host, 9000, "2026-03-10T07:00:00.0");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.SyncAsync(Scope(Today, Today, "steps"));
        host.Host.Metrics[$"steps {Today:yyyy-MM-dd}"]["value"]!.GetValue<double>().ShouldBe(9000);
        (await host.PlanAsync(Scope(Today, Today, "steps"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_that_is_synchronised_in_the_evening_leaves_no_day_open()
    {
        await using var host = await StartAsync();
        host.Clock.Advance(TimeSpan.FromHours(9)); // eight in the evening, UTC
        for (var day = 0; day < 10; day++)
        {
            Evenings(host);
            await host.SyncAsync(Scope(null, null, "steps"));
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        var ledger = await host.LedgerAsync("steps");
        ledger.Where(row => row.Day >= Today && row.Day < Today.AddDays(6)).ShouldAllBe(row => row.Settled);
    }

    [Fact]
    public async Task When_values_arrive_late_the_stored_days_beside_them_are_asked_for_once_more()
    {
        await using var host = await StartAsync();
        var (first, last) = (Today.AddDays(-20), Today.AddDays(-16));
        Worn(host, day => day < first || day > last);
        await host.SyncAsync(Scope(null, null, "sleep"));
        await host.SyncAsync(Scope(null, null, "sleep"));
        (await host.LedgerAsync("sleep")).Where(row => row.Day < Today.AddDays(-4)).ShouldAllBe(row => row.Settled);

        host.Clock.Advance(TimeSpan.FromDays(2));
        Worn(host, _ => true);
        await host.SyncAsync(Scope(first, first, "sleep") with { Force = true });
        var again = (await host.LedgerAsync("sleep")).Where(row => !row.Settled && row.Day < Today.AddDays(-4)).Select(row => row.Day).ToList();
        again.ShouldBe(new DayRange(first.AddDays(-1), last).Days.Except([first]), ignoreOrder: true, "the day before, and the empty ones");

        await host.SyncAsync(Scope(null, null, "sleep"));
        await host.SyncAsync(Scope(null, null, "sleep"));
        await host.SyncAsync(Scope(null, null, "sleep"));
        (await host.LedgerAsync("sleep")).Where(row => row.Day < Today.AddDays(-4)).ShouldAllBe(row => row.Settled && row.State == MetricDayState.Stored);
    }

    /// <summary>The day's steps, and how far the watch got; and the night of another watch.</summary>
    private static void Summary(HealthHost host, int steps, string syncedUntil, DateOnly? night = null) => host.Host.Garmin.AnswerWith(Garmin(
        (SummaryOfADay, $$"""{"calendarDate":"{{Today:yyyy-MM-dd}}","totalSteps":{{steps}},"lastSyncTimestampGMT":"{{syncedUntil}}"}"""),
        ("graphql-gateway", $$$"""{"data":{"userDailySummaryV2Scalar":{"data":[{"calendarDate":"{{{Today:yyyy-MM-dd}}}","movement":{"steps":{"value":{{{steps}}} } } }]} } }"""),
        (SleepRange, night is { } day ? Nights([day]) : """{"individualStats":[]}""")));

    /// <summary>All days until this one, which the watch has told as far as now. Of a day that is whole Garmin does not say how far it got.</summary>
    private static void Evenings(HealthHost host)
    {
        var now = host.Clock.GetUtcNow();
        var days = Enumerable.Range(0, 40).Select(back => $$"""{"calendarDate":"{{now.UtcDateTime.AddDays(-back):yyyy-MM-dd}}","movement":{"steps":{"value":8000} } }""");
        host.Host.Garmin.AnswerWith(context => (context.Request.Query["calendarDate"] is [{ } day]
            ? Answer.Json($$"""{"calendarDate":"{{day}}","totalSteps":8000,"lastSyncTimestampGMT":{{(day == $"{now.UtcDateTime:yyyy-MM-dd}" ? $"\"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss}.0\"" : "null")}}}""")
            : context.Request.Path.Value!.Contains(StepsRange, StringComparison.Ordinal) ? Answer.Json(Steps(RangeOf(context), _ => true))
            : Garmin(("graphql-gateway", $$$"""{"data":{"userDailySummaryV2Scalar":{"data":[{{{string.Join(',', days)}}}]} } }""")))(context));
    }

    private static string Weighed(DateOnly day) =>
        $$"""{"dailyWeightSummaries":[{"summaryDate":"{{day:yyyy-MM-dd}}","allWeightMetrics":[{"date":1772352000000,"weight":70000.0,"timestampGMT":1772348400000}]}]}""";

    /// <summary>From now on Garmin has nights and steps of these days, and a goal of steps for every day.</summary>
    private static void Worn(HealthHost host, Func<DateOnly, bool> worn) => host.Host.Garmin.AnswerWith(context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        return (path switch
        {
            _ when path.StartsWith(SleepRange, StringComparison.Ordinal) => Answer.Json(Nights(RangeOf(context).Days.Where(worn))),
            _ when path.StartsWith(StepsRange, StringComparison.Ordinal) => Answer.Json(Steps(RangeOf(context), worn)),
            _ => Answer.Status(204),
        })(context);
    });

    private static string Steps(DayRange range, Func<DateOnly, bool> worn) => $"[{string.Join(',', range.Days.Select(day =>
        $$"""{"calendarDate":"{{day:yyyy-MM-dd}}","totalSteps":{{(worn(day) ? "8000" : "null")}},"totalDistance":null,"stepGoal":9000}"""))}]";
}
