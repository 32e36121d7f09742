using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

public sealed class When_an_account_has_a_schedule(PostgreSqlServer postgres)
{
    private static readonly SetSyncSchedule EverySixHours = new() { UserId = SyncHost.User, Every = "PT6H" };
    private static readonly TimeSpan SixHours = TimeSpan.FromHours(6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_is_due_is_one_job_and_the_next_comes_a_period_later(bool onPostgres)
    {
        await using var host = await SyncHost.StartAsync(onPostgres ? postgres : null);
        await host.LinkAsync();
        var first = (await SetAsync(host, EverySixHours)).NextSyncAt.ShouldNotBeNull();
        (await host.RunSchedulesAsync()).ShouldBe(first);
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();

        host.Clock.Advance(first - host.Clock.GetUtcNow());
        (await host.RunSchedulesAsync()).ShouldBe(first + SixHours);
        await host.RunSchedulesAsync();

        var started = host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
        started.JobId.ShouldBe(DueRuns.JobIdOf(SyncHost.User, first));
        started.Scope.Kinds.ShouldBe([SyncKinds.Activities, SyncKinds.Health]);
        (await NextSyncAsync(host)).ShouldBe(first + SixHours);
    }

    [Fact]
    public async Task It_asks_for_the_kinds_that_it_names()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        var set = await SetAsync(host, EverySixHours with { Kinds = [SyncKinds.Health, SyncKinds.Health] });
        set.Kinds.ShouldBe([SyncKinds.Health]);

        await PassAsync(host, SixHours);

        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem().Scope.Kinds.ShouldBe([SyncKinds.Health]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_an_outage_of_three_periods_one_run_is_made_up_and_the_rhythm_stays(bool onPostgres)
    {
        await using var host = await SyncHost.StartAsync(onPostgres ? postgres : null);
        await host.LinkAsync();
        var first = (await SetAsync(host, EverySixHours)).NextSyncAt!.Value;

        host.Clock.Advance(first - host.Clock.GetUtcNow() + (SixHours * 3) - TimeSpan.FromMinutes(1));
        (await host.RunSchedulesAsync()).ShouldBe(first + (SixHours * 3));
        await host.RunSchedulesAsync();

        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_has_to_log_in_is_not_run_and_goes_on_by_itself_after_the_login()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await SetAsync(host, EverySixHours);
        await host.ChangeAsync(async db => (await db.Set<GarminAccount>().SingleAsync()).NeedsLogin = true);

        await PassAsync(host, TimeSpan.FromDays(2));
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();
        host.Heard.Of<SyncFailed>().ShouldBeEmpty();
        (await NextSyncAsync(host)).ShouldBeNull();

        await host.ChangeAsync(async db => (await db.Set<GarminAccount>().SingleAsync()).NeedsLogin = false);
        (await NextSyncAsync(host)).ShouldBe(host.Clock.GetUtcNow());
        await host.RunSchedulesAsync();
        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whom_Garmin_limits_waits_for_the_end_of_the_limit(bool onPostgres)
    {
        await using var host = await SyncHost.StartAsync(onPostgres ? postgres : null);
        await host.LinkAsync();
        var first = (await SetAsync(host, EverySixHours)).NextSyncAt!.Value;
        await host.ChangeAsync(async db => (await db.Set<GarminAccount>().SingleAsync()).RateLimitedUntil = first + TimeSpan.FromMinutes(90));
        (await NextSyncAsync(host)).ShouldBe(first + TimeSpan.FromMinutes(90));

        host.Clock.Advance(first - host.Clock.GetUtcNow() + TimeSpan.FromMinutes(89));
        await host.RunSchedulesAsync();
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();

        await PassAsync(host, TimeSpan.FromMinutes(1));
        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
        (await NextSyncAsync(host)).ShouldBe(first + SixHours);
    }

    [Fact]
    public async Task While_a_sync_runs_the_runs_wait_for_it_as_one()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await SetAsync(host, EverySixHours);
        await host.StartWithPlanAsync(1);

        await PassAsync(host, SixHours);
        await PassAsync(host, SixHours);
        await PassAsync(host, SixHours);

        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Unlinking_removes_it()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("{}"));
        await using var host = await SyncHost.StartAsync(settings: ("CentralDb:Url", centralDb.Url.ToString()));
        await host.LinkAsync();
        await SetAsync(host, EverySixHours);

        await host.AskAsync<UnlinkGarminAccount, GarminAccountUnlinked, SyncRefused>(new UnlinkGarminAccount { UserId = SyncHost.User });

        (await host.ReadAsync(db => db.Set<ScheduleRow>().CountAsync())).ShouldBe(0);
        (await host.AskAsync<GetSyncSchedule, SyncSchedule, SyncRefused>(new GetSyncSchedule { UserId = SyncHost.User }))
            .ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.NotLinked);
        await PassAsync(host, TimeSpan.FromDays(1));
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Setting_it_again_changes_it_and_removing_it_ends_it()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await SetAsync(host, EverySixHours);
        var set = await SetAsync(host, new SetSyncSchedule { UserId = SyncHost.User, Cron = "30 5 * * *", TimeZone = "Europe/Berlin", Smart = true });
        (set.Source, set.Every, set.Cron, set.TimeZone, set.Smart).ShouldBe((SyncScheduleSources.Own, null, "30 5 * * *", "Europe/Berlin", true));
        set.NextSyncAt!.Value.ShouldBeInRange(new DateTimeOffset(2026, 3, 2, 4, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 2, 4, 35, 0, TimeSpan.Zero));
        var got = await GetAsync(host);
        got.ShouldBe(set with { Kinds = got.Kinds });

        await host.AskAsync<RemoveSyncSchedule, SyncScheduleRemoved, SyncRefused>(new RemoveSyncSchedule { UserId = SyncHost.User });

        var none = await GetAsync(host);
        (none.Source, none.Cron, none.Kinds.Count, none.NextSyncAt).ShouldBe((SyncScheduleSources.None, null, 0, null));
        await PassAsync(host, TimeSpan.FromDays(2));
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field_and_changes_nothing()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();

        var refused = (await host.AskAsync<SetSyncSchedule, SyncSchedule, SyncRefused>(EverySixHours with { Every = "PT1M", TimeZone = "UTC", Kinds = ["workouts"] })).ShouldBeOfType<SyncRefused>();

        refused.Reason.ShouldBe(SyncRefusals.InvalidRequest);
        refused.Fields!.Keys.ShouldBe(["every", "kinds", "timeZone"], ignoreOrder: true);
        refused.Detail.ShouldBe("every must be at least PT15M and at most P31D; kinds takes only activities, health; timeZone goes with cron only.");
        (await host.ReadAsync(db => db.Set<ScheduleRow>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_read_any_more_stops_no_other()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await host.LinkAsync("43");
        await SetAsync(host, EverySixHours);
        await SetAsync(host, EverySixHours with { UserId = "43" });
        await host.ChangeAsync(async db => (await db.Set<ScheduleRow>().SingleAsync(row => row.UserId == SyncHost.User)).Every = "six hours");

        await PassAsync(host, SixHours);

        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem().UserId.ShouldBe("43");
        var kept = await GetAsync(host);
        (kept.Source, kept.Every, kept.NextSyncAt).ShouldBe((SyncScheduleSources.Own, "six hours", null));

        // As on another machine, or after a repair of this one.
        await host.ChangeAsync(async db => (await db.Set<ScheduleRow>().SingleAsync(row => row.UserId == SyncHost.User)).Every = "PT6H");
        await PassAsync(host, TimeSpan.FromHours(1));
        host.Heard.Of<StartSyncJob>().Count(job => job.UserId == SyncHost.User).ShouldBe(1);
    }

    [Fact]
    public async Task A_smart_one_looks_for_news_and_asks_again_when_the_process_ends_before_the_answer()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        var first = (await SetAsync(host, EverySixHours with { Smart = true, Kinds = [SyncKinds.Health] })).NextSyncAt!.Value;
        await PassAsync(host, SixHours);

        var look = host.Heard.All.Where(heard => heard.Message is LookForNews).ShouldHaveSingleItem();
        ((LookForNews)look.Message).JobId.ShouldBe(DueRuns.JobIdOf(SyncHost.User, first));
        ((LookForNews)look.Message).Kinds.ShouldBe([SyncKinds.Health]);

        // As if the request had been in memory only.
        await host.ChangeAsync(db => db.Set<SyncJob>().ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await ActivatorUtilities.CreateInstance<LostRuns>(host.Services).StartAsync(TestContext.Current.CancellationToken);
        await host.RunSchedulesAsync();

        List<(Guid Id, object Message)> Looks() => [.. host.Heard.All.Where(heard => heard.Message is LookForNews)];
        await Eventually.Equals(2, () => Task.FromResult(Looks().Count), cancellationToken: TestContext.Current.CancellationToken);
        var looks = Looks();
        looks.Select(heard => ((LookForNews)heard.Message).JobId).Distinct().ShouldHaveSingleItem();
        looks.Select(heard => heard.Id).Distinct().Count().ShouldBe(2, "the inbox would drop a repeat of the same message");
    }

    [Fact]
    public async Task A_run_that_has_its_job_is_not_asked_for_again_by_the_next_process()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await SetAsync(host, EverySixHours);
        await PassAsync(host, SixHours);
        var next = await NextSyncAsync(host);

        await ActivatorUtilities.CreateInstance<LostRuns>(host.Services).StartAsync(TestContext.Current.CancellationToken);
        await host.RunSchedulesAsync();

        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
        (await NextSyncAsync(host)).ShouldBe(next);
    }

    [Fact]
    public async Task The_status_says_when_the_next_sync_is()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        var next = (await SetAsync(host, EverySixHours)).NextSyncAt;

        (await host.AskAsync<GetSyncStatus, SyncJobStatus, SyncJobNotFound>(new GetSyncStatus())).ShouldBeOfType<SyncJobNotFound>().NextSyncAt.ShouldBe(next);
        await host.StartAsync();
        (await host.AskAsync<GetSyncStatus, SyncJobStatus, SyncJobNotFound>(new GetSyncStatus())).ShouldBeOfType<SyncJobStatus>().NextSyncAt.ShouldBe(next);
    }

    private static async Task<SyncSchedule> SetAsync(SyncHost host, SetSyncSchedule request) =>
        (await host.AskAsync<SetSyncSchedule, SyncSchedule, SyncRefused>(request)).ShouldBeOfType<SyncSchedule>();

    private static async Task<SyncSchedule> GetAsync(SyncHost host) =>
        (await host.AskAsync<GetSyncSchedule, SyncSchedule, SyncRefused>(new GetSyncSchedule { UserId = SyncHost.User })).ShouldBeOfType<SyncSchedule>();

    private static async Task<DateTimeOffset?> NextSyncAsync(SyncHost host) =>
        ((GarminAccountList)await host.AskAsync<ListGarminAccounts, GarminAccountList, SyncRefused>(new ListGarminAccounts())).Accounts.Single().NextSyncAt;

    private static async Task PassAsync(SyncHost host, TimeSpan time)
    {
        host.Clock.Advance(time);
        await host.RunSchedulesAsync();
    }
}
