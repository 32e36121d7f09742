using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_health_metrics_are_planned
{
    private const string LastUsed = "device-service/deviceservice/mylastused";
    private const string Hydration = "usersummary-service/stats/hydration/daily";

    [Fact]
    public async Task The_first_sync_takes_a_month_and_its_end_is_today_at_the_athletes()
    {
        await using var host = await StartAsync();
        host.Clock.Advance(TimeSpan.FromHours(12.5)); // 23:30 in UTC, half past midnight at the athlete's

        var orders = await host.PlanAsync(Scope());

        orders.Max(order => order.To).ShouldBe(Today.AddDays(1));
        orders.Min(order => order.From).ShouldBe(Today.AddDays(1 - 29));
        orders.Count.ShouldBeLessThanOrEqualTo(40);
        orders.SelectMany(order => order.Metrics).Distinct().ShouldBe(
            MetricCatalogue.Metrics.Where(metric => metric.Detail == MetricDetail.Summary).Select(metric => metric.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task A_backfill_takes_the_days_that_it_is_asked_for_newest_first()
    {
        await using var host = await StartAsync();

        var orders = await host.PlanAsync(Scope(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31), "sleep"));

        orders.Select(order => (order.From, order.To)).ShouldBe(
        [
            (new(2025, 3, 4), new(2025, 3, 31)), (new(2025, 2, 4), new(2025, 3, 3)), (new(2025, 1, 7), new(2025, 2, 3)), (new(2025, 1, 1), new(2025, 1, 6)),
        ]);
    }

    [Fact]
    public async Task A_metric_can_be_named_by_a_value_of_it()
    {
        await using var host = await StartAsync();

        var orders = await host.PlanAsync(Scope(Today, Today, "resting_heart_rate"));

        orders.ShouldHaveSingleItem().Metrics.ShouldBe(["heart_rate"]);
    }

    [Fact]
    public async Task Settled_days_are_not_asked_for_again_and_those_before_them_still_are()
    {
        await using var host = await StartAsync(
            (Hydration, """[{"calendarDate":"2026-02-10","valueInML":1500.0,"goalInML":2000.0}]"""), ("sleep-service/stats", Nights([Today])));
        await host.SyncAsync(Scope(Today, null, "sleep"));
        await host.SyncAsync(Scope(Today.AddDays(-29), null, "hydration"));

        var orders = await host.PlanAsync(Scope(null, null, "hydration"));

        // Hydration settles seven days after a day's end, which comes last at UTC-12.
        var order = orders.ShouldHaveSingleItem();
        (order.From, order.To).ShouldBe((Today.AddDays(-8), Today));
    }

    [Fact]
    public async Task Force_asks_for_settled_days_too()
    {
        await using var host = await StartAsync();
        var month = Scope(Today.AddDays(-60), Today.AddDays(-40), "hydration");
        await host.SyncAsync(month);

        (await host.PlanAsync(month)).ShouldBeEmpty();
        (await host.PlanAsync(month with { Force = true })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Holes_are_found_and_failed_days_tried_again()
    {
        await using var host = await StartAsync();
        await host.SyncAsync(Scope(Today.AddDays(-100), Today.AddDays(-90), "hydration"));
        host.Host.Garmin.AnswerWith(Garmin((Hydration, "[7]"), ("usersummary-service/usersummary/hydration", "[7]")));
        await host.SyncAsync(Scope(Today.AddDays(-50), Today.AddDays(-45), "hydration"));
        (await host.LedgerAsync("hydration")).ShouldContain(row => row.State == MetricDayState.Failed);
        host.Clock.Advance(TimeSpan.FromDays(8));

        var orders = await host.PlanAsync(Scope(null, null, "hydration"));

        orders.Min(order => order.From).ShouldBe(Today.AddDays(-89));
        orders.Max(order => order.To).ShouldBe(Today.AddDays(8));
        orders.Sum(order => order.To.DayNumber - order.From.DayNumber + 1).ShouldBeGreaterThanOrEqualTo(98);
    }

    [Fact]
    public async Task A_metric_that_the_account_does_not_have_is_asked_for_now_and_then()
    {
        await using var host = await StartAsync(("sleep-service/stats", Nights(new DayRange(Today.AddDays(-13), Today).Days)));
        await host.SyncAsync(Scope());
        (await host.PlanAsync(Scope())).ShouldNotContain(order => order.Metrics.Contains("hydration"), "fourteen days of a worn device without it");
        (await host.PlanAsync(Scope(null, null, "hydration"))).ShouldNotBeEmpty("it was named");

        host.Clock.Advance(TimeSpan.FromDays(7.1));
        (await host.PlanAsync(Scope())).ShouldContain(order => order.Metrics.Contains("hydration"));
    }

    [Fact]
    public async Task A_new_watch_has_all_its_metrics_from_its_first_day()
    {
        await using var host = await StartAsync(("sleep-service/stats", Nights([Today])));
        await host.SyncAsync(Scope());

        host.Clock.Advance(TimeSpan.FromDays(1));
        var asked = (await host.PlanAsync(Scope())).SelectMany(order => order.Metrics).ToHashSet();

        asked.ShouldBe(
            MetricCatalogue.Metrics.Where(metric => metric.Detail == MetricDetail.Summary).Select(metric => metric.Name), ignoreOrder: true, "the empty month before it says nothing");
    }

    [Fact]
    public async Task A_name_that_a_summary_shares_with_a_value_of_a_curve_means_the_summary()
    {
        await using var host = await StartAsync();
        foreach (var name in (string[])["hrv", "stress", "heart_rate", "body_battery", "spo2", "respiration"])
        {
            (await host.PlanAsync(Scope(Today.AddDays(-20), Today, name))).SelectMany(order => order.Metrics).Distinct().ShouldBe([name]);
        }

        var curves = await host.PlanAsync(Scope(Today, Today, "hrv") with { Detail = SyncDetails.Intraday });
        curves.SelectMany(order => order.Metrics).Distinct().ShouldBe(["hrv", "hrv_intraday"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(nameof(MetricDayState.Stored), -1, false, false, "it still serves")]
    [InlineData(nameof(MetricDayState.Empty), -1, false, false, "there was none a moment ago")]
    [InlineData(nameof(MetricDayState.Stored), 1, false, true, "it has served for long enough")]
    [InlineData(nameof(MetricDayState.Failed), -1, false, true, "it could not be read")]
    [InlineData(nameof(MetricDayState.Stored), -1, true, true, "it was named")]
    public async Task A_latest_value_that_was_noted_for_another_day_serves_for_today_too(string state, int minutesAfterItsTime, bool named, bool asked, string why)
    {
        var latest = MetricCatalogue.Metrics.First(metric => metric.OnlyLatest && metric.Detail == MetricDetail.Summary);
        await using var host = await StartAsync();
        await host.Host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new SyncedMetricDay
            {
                UserId = User,
                Metric = latest.Name,
                Day = Today.AddDays(-1),
                State = Enum.Parse<MetricDayState>(state),
                AskedAt = host.Clock.GetUtcNow() - latest.ServesFor - TimeSpan.FromMinutes(minutesAfterItsTime),
            });
            return Task.CompletedTask;
        });

        var orders = await host.PlanAsync(named ? Scope(null, null, latest.Name, "sleep") : Scope());

        orders.Any(order => order.Metrics.Contains(latest.Name)).ShouldBe(asked, why);
    }

    [Fact]
    public async Task What_changes_slowly_is_asked_for_once_in_a_while()
    {
        await using var host = await StartAsync();
        await host.SyncAsync(Scope(Today, Today, "vo2_max"));

        (await host.PlanAsync(Scope(Today, Today, "vo2_max"))).ShouldBeEmpty();

        host.Clock.Advance(TimeSpan.FromHours(12));
        (await host.PlanAsync(Scope(Today, Today, "vo2_max"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Days_to_come_are_not_asked_for()
    {
        await using var host = await StartAsync();

        (await host.PlanAsync(Scope(Today.AddDays(3), Today.AddDays(9)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task What_has_no_history_is_asked_for_as_it_is_today(int lastDay, int asked)
    {
        await using var host = await StartAsync();

        (await host.PlanAsync(Scope(Today.AddDays(-40), Today.AddDays(lastDay), "personal_records"))).Count.ShouldBe(asked);
    }

    [Fact]
    public async Task What_has_no_history_is_asked_for_in_the_evening_before_the_time_zone_is_known()
    {
        await using var host = await StartAsync();
        await host.Host.InScopeAsync(async services => (await services.GetRequiredService<StateDb>().Set<GarminAccount>().SingleAsync()).UtcOffsetSeconds = null);
        host.Clock.Advance(TimeSpan.FromHours(10));

        foreach (var lastDay in (DateOnly?[])[null, Today, Today.AddDays(1)])
        {
            var order = (await host.PlanAsync(Scope(null, lastDay, "endurance_score"))).ShouldHaveSingleItem();
            order.From.ShouldBe(Today, "of a day that has not begun Garmin has nothing");
        }
    }

    [Fact]
    public async Task What_tells_little_of_days_long_past_is_asked_for_the_last_days_only_unless_it_is_named()
    {
        await using var host = await StartAsync();

        FirstDay(await host.PlanAsync(Scope(Today.AddDays(-364)))).ShouldBe(Today.AddDays(-26), "the last of the 28 days is tomorrow, which it is somewhere already");
        FirstDay(await host.PlanAsync(Scope(Today.AddDays(-364), null, "heart_rate_averages"))).ShouldBe(Today.AddDays(-364));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(23)]
    public async Task The_last_days_are_the_same_before_the_time_zone_is_known(int hourOfDay)
    {
        await using var host = await StartAsync();
        host.Clock.Advance(TimeSpan.FromHours(hourOfDay - 11));
        var known = FirstDay(await host.PlanAsync(Scope(Today.AddDays(-364))));
        await host.Host.InScopeAsync(async services => (await services.GetRequiredService<StateDb>().Set<GarminAccount>().SingleAsync()).UtcOffsetSeconds = null);

        FirstDay(await host.PlanAsync(Scope(Today.AddDays(-364)))).ShouldBe(known);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-10, true)]
    [InlineData(30, true)]
    public async Task An_hour_later_nothing_is_asked_for_that_no_device_has_brought(int uploadedAfterMinutes, bool asked)
    {
        await using var host = await StartAsync();
        var upload = host.Clock.GetUtcNow().AddMinutes(uploadedAfterMinutes).ToUnixTimeMilliseconds();
        host.Host.Garmin.AnswerWith(Garmin((LastUsed, $$"""{"lastUsedDeviceUploadTime":{{upload}}}""")));
        await host.SyncAsync(Scope());
        host.Clock.Advance(TimeSpan.FromHours(1));

        (await host.PlanAsync(Scope())).Count.ShouldBeInRange(asked ? 1 : 0, asked ? 20 : 0);
        host.Asked(LastUsed).ShouldBe(1);
        (await host.PlanAsync(Scope(Today, Today))).ShouldNotBeEmpty("who names days gets them");
        (await host.PlanAsync(Scope(null, null, "weight"))).ShouldNotBeEmpty("who names metrics gets them");
        (await host.PlanAsync(Scope() with { Force = true })).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("404")]
    [InlineData("403")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Where_Garmin_does_not_tell_of_uploads_all_is_asked_for(string answer)
    {
        await using var host = await StartAsync((LastUsed, answer));
        await host.SyncAsync(Scope());
        host.Clock.Advance(TimeSpan.FromHours(1));

        (await host.PlanAsync(Scope())).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_typed_in_comes_without_a_device_after_some_hours()
    {
        await using var host = await StartAsync((LastUsed, """{"lastUsedDeviceUploadTime":1}"""));
        await host.SyncAsync(Scope());
        host.Clock.Advance(TimeSpan.FromHours(6));

        (await host.PlanAsync(Scope())).ShouldContain(order => order.Metrics.Contains("weight"));
        host.Asked(LastUsed).ShouldBe(0, "the answer would save nothing");
    }

    private static DateOnly FirstDay(IEnumerable<HealthMetricOrder> orders) => orders.Where(order => order.Metrics.Contains("heart_rate_averages")).Min(order => order.From);
}
