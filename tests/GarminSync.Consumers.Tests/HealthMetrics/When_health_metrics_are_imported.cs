using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

using Answer = GarminSync.Testing.Answer;

public sealed class When_health_metrics_are_imported
{
    private const string Hydration = "usersummary-service/stats/hydration/daily";
    private const string HydrationOfADay = "usersummary-service/usersummary/hydration";
    private const string Weight = "weight-service/weight/range";
    private const string WeightOfADay = "weight-service/weight/dayview";

    private const string TwoDays = """
        [{"calendarDate":"2026-02-20","valueInML":1500.0,"goalInML":2000.0},{"calendarDate":"2026-03-01","valueInML":250.0,"goalInML":2000.0}]
        """;

    private static readonly SyncScope Days = Scope(Today.AddDays(-9), Today, "hydration");

    [Fact]
    public async Task Their_values_are_in_CentralDB_and_each_day_is_in_the_ledger()
    {
        await using var host = await StartAsync((Hydration, TwoDays));

        var synced = (await host.SyncAsync(Days)).ShouldHaveSingleItem();

        host.Host.Metrics["hydration 2026-02-20"].ToJsonString().ShouldBe(
            """{"user_id":"7","metric_type":"hydration","date":"2026-02-20","value":1500,"unit":"ml","source":"garmin"}""");
        host.Host.Metrics.Count.ShouldBe(4);
        (synced.FirstDay, synced.LastDay, synced.NewValues, synced.ChangedValues).ShouldBe(("2026-02-20", "2026-03-01", 4, 0));
        synced.MetricTypes.ShouldBe(["hydration", "hydration_goal"]);
        (await host.LedgerAsync("hydration")).Select(row => (row.Day.Day, row.State, row.Settled)).ShouldBe(
        [
            (20, MetricDayState.Stored, false), (21, MetricDayState.Empty, false), (22, MetricDayState.Empty, false), (23, MetricDayState.Empty, false),
            (24, MetricDayState.Empty, false), (25, MetricDayState.Empty, false), (26, MetricDayState.Empty, false), (27, MetricDayState.Empty, false),
            (28, MetricDayState.Empty, false), (1, MetricDayState.Stored, false),
        ]);
    }

    [Fact]
    public async Task The_same_again_writes_nothing_and_says_nothing()
    {
        await using var host = await StartAsync((Hydration, TwoDays));
        await host.SyncAsync(Days);
        var written = host.Host.CentralDb.Requests.Count;

        (await host.SyncAsync(Days with { Force = true })).ShouldBeEmpty();

        host.Host.CentralDb.Requests.Count.ShouldBe(written);
    }

    [Fact]
    public async Task What_changed_is_told_from_what_is_new()
    {
        await using var host = await StartAsync((Hydration, TwoDays));
        await host.SyncAsync(Days);
        host.Host.Garmin.AnswerWith(Garmin((Hydration, TwoDays.Replace("250.0", "900.0").Replace("}]", """},{"calendarDate":"2026-02-28","valueInML":700.0}]"""))));

        var synced = (await host.SyncAsync(Days)).ShouldHaveSingleItem();

        (synced.FirstDay, synced.LastDay, synced.NewValues, synced.ChangedValues).ShouldBe(("2026-02-28", "2026-03-01", 1, 1));
        host.Host.Metrics["hydration 2026-03-01"]["value"]!.GetValue<double>().ShouldBe(900);
    }

    [Fact]
    public async Task A_call_that_Garmin_refuses_is_replaced_by_others_and_left_alone_for_a_while()
    {
        await using var host = await StartAsync(
            (Hydration, "403"),
            (HydrationOfADay, """{"calendarDate":"2026-03-01","valueInML":250.0,"goalInML":2000.0}"""));

        (await host.SyncAsync(Scope(Today, Today, "hydration"))).ShouldHaveSingleItem().NewValues.ShouldBe(2);

        (await host.PlanAsync(Scope(Today, Today, "hydration"))).ShouldHaveSingleItem().Endpoint.ShouldBe("hydration_day");
        host.Clock.Advance(TimeSpan.FromHours(1.1));
        (await host.PlanAsync(Days)).ShouldContain(order => order.Endpoint == "hydration_range");
    }

    [Fact]
    public async Task A_call_that_is_refused_to_two_at_once_is_noted_once()
    {
        await using var host = await StartAsync((Hydration, "403"));
        var order = (await host.PlanAsync(Scope(Today, Today, "hydration"))).Single();
        var earlier = order with { From = Today.AddDays(-1), To = Today.AddDays(-1) };

        var both = await Task.WhenAll(host.ImportAsync(order), host.ImportAsync(earlier));

        both.ShouldAllBe(ended => ended.Met == null);
        (await host.LedgerAsync("hydration")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_no_call_answers_for_fails_with_the_reason()
    {
        await using var host = await StartAsync((Hydration, "403"), (HydrationOfADay, "403"));

        var (met, import) = await host.ImportAsync((await host.PlanAsync(Scope(Today, Today, "hydration"))).Single());

        met.ShouldNotBeNull().Action.ShouldBe(TroubleAction.GiveUp);
        met.Reason.ShouldContain("hydration");
        import.ToEvent().ShouldBeNull();
        var row = (await host.LedgerAsync("hydration")).ShouldHaveSingleItem();
        (row.State, row.Settled).ShouldBe((MetricDayState.Failed, false));
        row.Reason.ShouldNotBeNull().ShouldContain("403");
    }

    [Fact]
    public async Task A_range_that_is_too_long_for_Garmin_is_asked_for_in_parts()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(async context =>
        {
            var path = context.Request.Path.Value!.Split('/');
            if (path[^1] == "socialProfile")
            {
                await Answer.Status(204)(context);
                return;
            }

            var days = DateOnly.Parse(path[^1]).DayNumber - DateOnly.Parse(path[^2]).DayNumber + 1;
            await (days > 28 ? Answer.Json("{}", 400) : Answer.Json("""{"dailyWeightSummaries":[]}"""))(context);
        });

        var events = await host.SyncAsync(Scope(Today.AddDays(-99), Today, "weight"));

        events.ShouldBeEmpty();
        host.Asked("weight-service").ShouldBe(1 + 4);
        host.Host.Garmin.Requests.Count.ShouldBe(1 + 4 + 1, "the refusal is the call's own when the profile is answered after it");
        (await host.LedgerAsync("weight")).Count(row => row.State == MetricDayState.Empty).ShouldBe(100);
    }

    [Fact]
    public async Task A_long_way_round_is_gone_in_stages()
    {
        await using var host = await StartAsync((Weight, "403"));
        var order = (await host.PlanAsync(Scope(Today.AddDays(-99), Today, "weight"))).Single();

        (await host.ImportAsync(order)).Met.ShouldNotBeNull().Action.ShouldBe(TroubleAction.Wait);
        (await host.ImportAsync(order)).Met.ShouldBeNull();

        host.Host.Garmin.Requests.Count(request => request.Target.Contains(WeightOfADay, StringComparison.Ordinal)).ShouldBe(100);
        (await host.LedgerAsync("weight")).Count.ShouldBe(100);
    }

    [Fact]
    public async Task What_reached_CentralDB_before_a_rate_limit_is_told_and_not_asked_for_again()
    {
        await using var host = await StartAsync((Weight, "403"));
        var order = (await host.PlanAsync(Scope(Today.AddDays(-1), Today, "weight"))).Single();
        host.Host.Garmin.AnswerWith(context => context.Request.Path.Value switch
        {
            var path when path!.Contains("socialProfile", StringComparison.Ordinal) => Answer.Status(204)(context),
            var path when path!.Contains("range", StringComparison.Ordinal) => Answer.Json(Words(403), 403)(context),
            var path when path!.EndsWith("2026-03-01", StringComparison.Ordinal) => Answer.Json(
                """{"dateWeightList":[{"samplePk":1,"date":1772352000000,"calendarDate":"2026-03-01","weight":70000.0,"timestampGMT":1772348400000}]}""")(context),
            _ => Answer.Status(429, ("Retry-After", "60"))(context),
        });

        HealthMetricImport? import = null;
        await Should.ThrowAsync<GarminRateLimitedException>(async () => import = await ImportAndSaveAsync(host, order, begun => import = begun));

        import.ShouldNotBeNull().ToEvent().ShouldNotBeNull().Event.ShouldBeOfType<HealthMetricsSynced>().FirstDay.ShouldBe("2026-03-01");
        host.Host.Metrics.Keys.ShouldContain(key => key.StartsWith("weight ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeat_after_a_crash_tells_the_same_under_the_same_id()
    {
        await using var host = await StartAsync((Hydration, TwoDays));
        var order = (await host.PlanAsync(Days)).Single();

        var first = await host.Host.InScopeAsync(async services =>
        {
            var importer = services.GetRequiredService<HealthMetricImporter>();
            var begun = await importer.BeginAsync(Fetch(order), CancellationToken.None);
            await importer.RunAsync(begun, GarminHarness.Session(), CancellationToken.None);
            services.GetRequiredService<StateDb>().ChangeTracker.Clear(); // died before the commit
            return begun;
        });
        var (_, second) = await host.ImportAsync(order);

        second.ToEvent()!.MessageId.ShouldBe(first.ToEvent()!.MessageId);
        second.ToEvent()!.Event.ShouldBeOfType<HealthMetricsSynced>().NewValues.ShouldBe(4);
    }

    [Fact]
    public async Task CentralDB_being_away_is_no_fault_of_the_days()
    {
        await using var host = await StartAsync((Hydration, TwoDays));
        var order = (await host.PlanAsync(Days)).Single();
        host.Host.CentralDb.AnswerWith(Answer.Status(503));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => host.ImportAsync(order));

        (await host.LedgerAsync("hydration")).ShouldBeEmpty();
    }

    private static FetchHealthMetrics Fetch(HealthMetricOrder order) =>
        new() { JobId = Guid.Empty, ItemId = Guid.NewGuid(), Attempt = 1, UserId = User, Order = order };

    private static Task<HealthMetricImport> ImportAndSaveAsync(HealthHost host, HealthMetricOrder order, Action<HealthMetricImport> begun) => host.Host.InScopeAsync(async services =>
    {
        var importer = services.GetRequiredService<HealthMetricImporter>();
        var import = await importer.BeginAsync(Fetch(order), CancellationToken.None);
        begun(import);
        await importer.RunAsync(import, GarminHarness.Session(), CancellationToken.None);
        return import;
    });

    [Theory]
    [InlineData("personal_records", "personalrecord-service", """[{"typeId":3,"value":1321.5,"prStartTimeGmt":1700000000000,"prStartTimeLocal":1700032400000}]""", 3600)]
    [InlineData("weight", "weight-service", """{"dailyWeightSummaries":[{"summaryDate":"2026-03-01","allWeightMetrics":[{"date":1772323200000,"weight":74200.0,"timestampGMT":1772316000000}]}]}""", 3600)]
    [InlineData("weight", "weight-service", """{"dailyWeightSummaries":[{"summaryDate":"2026-03-01","allWeightMetrics":[{"date":1772330400000,"weight":74200.0,"timestampGMT":1772319600000}]}]}""", 10800)]
    public async Task The_clock_of_the_account_is_that_of_what_was_measured_now(string metric, string path, string answer, int seconds)
    {
        await using var host = await StartAsync((path, answer));
        await host.SyncAsync(Scope(Today, Today, metric));

        (await host.LedgerAsync(metric)).ShouldContain(row => row.State == MetricDayState.Stored);
        (await host.Host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().Select(account => account.UtcOffsetSeconds).SingleAsync())).ShouldBe(seconds);
    }
}
