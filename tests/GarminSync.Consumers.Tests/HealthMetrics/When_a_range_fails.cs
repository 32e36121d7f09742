using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_a_range_fails
{
    private const string SleepRange = "sleep-service/stats/sleep/daily";

    private static readonly DateOnly Bad = Today.AddDays(-17);
    private static readonly DayRange Month = new(Today.AddDays(-27), Today);

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public async Task It_is_halved_until_the_bad_day_is_alone_and_the_good_days_arrive(int status)
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(SpoiltBy(Bad, status));
        var order = (await host.PlanAsync(Scope(Month.From, Month.To, "sleep"))).ShouldHaveSingleItem();

        var (met, _) = await host.ImportAsync(order, failures: MetricWays.TriesBeforeBlame);

        met.ShouldNotBeNull().Reason.ShouldContain($"{Bad:yyyy-MM-dd}");
        var ledger = await host.LedgerAsync("sleep");
        ledger.Where(row => row.Day != Bad).ShouldAllBe(row => row.State == MetricDayState.Stored);
        ledger.Count.ShouldBe(Month.Length);
        var bad = ledger.Single(row => row.Day == Bad);
        bad.State.ShouldBe(MetricDayState.Failed);
        bad.NextAskAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(host.Clock.GetUtcNow());
        bad.Reason.ShouldNotBeNull().ShouldContain($"HTTP {status}");
        host.Host.Metrics.Count.ShouldBe(Month.Length - 1);
    }

    [Fact]
    public async Task A_day_that_is_bad_again_and_again_is_left_alone_for_longer_and_longer()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(SpoiltBy(Bad, 400));
        await host.SyncAsync(Scope(Month.From, Month.To));
        foreach (var hours in (double[])[0, 1, 2, 4])
        {
            host.Clock.Advance(TimeSpan.FromHours(hours * 0.9));
            (await IsPlannedAsync(host)).ShouldBe(hours == 0, $"{hours} h");
            host.Clock.Advance(TimeSpan.FromHours(hours * 0.1));
            (await IsPlannedAsync(host)).ShouldBeTrue($"{hours} h");
            await host.SyncAsync(Scope(Month.From, Month.To));
        }

        (await host.PlanAsync(Scope(Bad, Bad, "sleep"))).ShouldHaveSingleItem("it was named");
        host.Host.Garmin.AnswerWith(SpoiltBy(DateOnly.MinValue, 400));
        await host.SyncAsync(Scope(Bad, Bad, "sleep"));
        (await host.LedgerAsync("sleep")).Single(row => row.Day == Bad).NextAskAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_stored_day_that_is_bad_from_now_on_is_left_alone_like_any_other_and_its_neighbours_are_not()
    {
        var bad = Today.AddDays(-1);
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(SpoiltBy(DateOnly.MinValue, 400));
        await host.SyncAsync(Scope(Month.From, Month.To));
        host.Host.Garmin.AnswerWith(SpoiltBy(bad, 400));
        await host.SyncAsync(Scope(Month.From, Month.To));
        foreach (var hours in (double[])[0, 1, 2, 4])
        {
            host.Clock.Advance(TimeSpan.FromHours(hours * 0.9));
            (await IsPlannedAsync(host, bad)).ShouldBe(hours == 0, $"{hours} h");
            (await IsPlannedAsync(host, bad.AddDays(-1))).ShouldBeTrue();
            (await IsPlannedAsync(host, bad.AddDays(1))).ShouldBeTrue();
            host.Clock.Advance(TimeSpan.FromHours(hours * 0.1));
            (await IsPlannedAsync(host, bad)).ShouldBeTrue($"{hours} h");
            await host.SyncAsync(Scope(Month.From, Month.To));
        }

        (await host.LedgerAsync("sleep")).Single(row => row.Day == bad).State.ShouldBe(MetricDayState.Stored, "its values are in CentralDB");
        (await host.PlanAsync(Scope(bad, bad, "sleep"))).ShouldHaveSingleItem("it was named");
    }

    [Fact]
    public async Task A_failure_that_may_be_an_outage_is_told_as_one_at_first()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(SpoiltBy(Bad, 500));
        var order = (await host.PlanAsync(Scope(Month.From, Month.To, "sleep"))).ShouldHaveSingleItem();

        await Should.ThrowAsync<GarminUnreachableException>(() => host.ImportAsync(order));

        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_of_everything_is_never_the_fault_of_days()
    {
        await using var host = await StartAsync();
        var order = (await host.PlanAsync(Scope(Month.From, Month.To, "sleep"))).ShouldHaveSingleItem();
        host.Host.Garmin.AnswerWith(Answer.Status(503));

        (await host.ImportAsync(order, failures: 99)).Met.ShouldNotBeNull().Waits.ShouldBeTrue();

        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tries_that_met_an_outage_blame_no_day()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(SpoiltBy(Bad, 500));
        var order = (await host.PlanAsync(Scope(Month.From, Month.To, "sleep"))).ShouldHaveSingleItem();

        await Should.ThrowAsync<GarminUnreachableException>(() => host.ImportAsync(order, attempt: 99));

        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_fails_for_every_day_is_not_halved_to_the_end()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(context => (context.Request.Path.Value!.Contains("sleep", StringComparison.Ordinal) ? Answer.Json("{}", 400) : Answer.Status(204))(context));

        await host.SyncAsync(Scope(Month.From, Month.To, "sleep"));

        host.Host.Garmin.Requests.Count.ShouldBeLessThan(2 * 3 * 8, "each of them, and the profile after it");
        host.Host.Garmin.Requests.Count(request => request.Target.Contains("sleep", StringComparison.Ordinal)).ShouldBeLessThan(3 * 8);
        var ledger = await host.LedgerAsync("sleep");
        ledger.ShouldNotBeEmpty();
        ledger.ShouldAllBe(row => row.State == MetricDayState.Failed);
    }

    private static Task<bool> IsPlannedAsync(HealthHost host) => IsPlannedAsync(host, Bad);

    private static async Task<bool> IsPlannedAsync(HealthHost host, DateOnly day) =>
        (await host.PlanAsync(Scope(Month.From, Month.To))).Any(order => order.Metrics.Contains("sleep") && order.From <= day && order.To >= day);

    /// <summary>The calls about sleep that have this day in them fail.</summary>
    private static RequestDelegate SpoiltBy(DateOnly bad, int status) => context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var target = path + context.Request.QueryString;
        var answer = path.StartsWith(SleepRange, StringComparison.Ordinal)
            ? RangeOf(context).Contains(bad) ? Answer.Json("{}", status) : Answer.Json(Nights(RangeOf(context).Days))
            : target.Contains("sleep", StringComparison.Ordinal) && target.Contains($"{bad:yyyy-MM-dd}", StringComparison.Ordinal) ? Answer.Json("{}", status) : Answer.Status(204);
        return answer(context);
    };
}
