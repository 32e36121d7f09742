using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

public sealed class When_there_is_a_default_schedule(PostgreSqlServer postgres)
{
    private static readonly (string, string) Hourly = ("Schedules:Default:Every", "01:00:00");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accounts_that_have_none_of_their_own_follow_it(bool onPostgres)
    {
        await using var host = await SyncHost.StartAsync(onPostgres ? postgres : null, Hourly);
        await host.LinkAsync();
        var before = await GetAsync(host);
        (before.Source, before.Every, before.Smart).ShouldBe((SyncScheduleSources.Default, "PT1H", false));
        before.Kinds.ShouldBe([SyncKinds.Activities, SyncKinds.Health]);

        (await host.RunSchedulesAsync()).ShouldBe(before.NextSyncAt);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunSchedulesAsync();

        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem().JobId.ShouldBe(DueRuns.JobIdOf(SyncHost.User, before.NextSyncAt!.Value));
        (await GetAsync(host)).NextSyncAt.ShouldBe(before.NextSyncAt + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Who_removed_it_has_none()
    {
        await using var host = await SyncHost.StartAsync(settings: Hourly);
        await host.LinkAsync();
        await host.RunSchedulesAsync();

        await host.AskAsync<RemoveSyncSchedule, SyncScheduleRemoved, SyncRefused>(new RemoveSyncSchedule { UserId = SyncHost.User });

        (await GetAsync(host)).Source.ShouldBe(SyncScheduleSources.None);
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.RunSchedulesAsync()).ShouldBeNull();
        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_had_another_one_or_none_can_follow_it_again()
    {
        await using var host = await SyncHost.StartAsync(settings: Hourly);
        await host.LinkAsync();
        await host.AskAsync<RemoveSyncSchedule, SyncScheduleRemoved, SyncRefused>(new RemoveSyncSchedule { UserId = SyncHost.User });

        var again = (SyncSchedule)await host.AskAsync<SetSyncSchedule, SyncSchedule, SyncRefused>(new SetSyncSchedule { UserId = SyncHost.User, FollowDefault = true });

        (again.Source, again.Every).ShouldBe((SyncScheduleSources.Default, "PT1H"));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunSchedulesAsync();
        host.Heard.Of<StartSyncJob>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Following_it_cannot_be_combined_with_a_rule_of_ones_own()
    {
        await using var host = await SyncHost.StartAsync(settings: Hourly);
        await host.LinkAsync();

        var refused = (SyncRefused)await host.AskAsync<SetSyncSchedule, SyncSchedule, SyncRefused>(new SetSyncSchedule { UserId = SyncHost.User, FollowDefault = true, Every = "PT6H" });

        refused.Fields!["followDefault"].ShouldBe("must stand alone");
        (await GetAsync(host)).Source.ShouldBe(SyncScheduleSources.Default);
    }

    [Fact]
    public async Task Times_that_another_default_gave_are_reckoned_anew_at_the_start()
    {
        await using var host = await SyncHost.StartAsync(settings: Hourly);
        await host.LinkAsync();
        await host.LinkAsync("43");
        await host.AskAsync<SetSyncSchedule, SyncSchedule, SyncRefused>(new SetSyncSchedule { UserId = "43", Every = "P1D" });
        await host.RunSchedulesAsync();
        await host.ChangeAsync(async db => (await db.Set<ScheduleRow>().SingleAsync(row => row.FollowsDefault)).Every = "P31D");

        await using (var scope = host.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<ScheduleDefaults>().ForgetOtherAsync(Token)).ShouldBe(1);
            (await scope.ServiceProvider.GetRequiredService<ScheduleDefaults>().ForgetOtherAsync(Token)).ShouldBe(0);
        }

        (await host.ReadAsync(db => db.Set<ScheduleRow>().SingleAsync())).UserId.ShouldBe("43");
    }

    [Fact]
    public async Task One_that_was_turned_off_runs_nobody()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await host.ChangeAsync(db =>
        {
            db.Add(new ScheduleRow { UserId = SyncHost.User, FollowsDefault = true, Every = "PT1H", NextRunAt = host.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });

        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.RunSchedulesAsync()).ShouldBeNull();

        host.Heard.Of<StartSyncJob>().ShouldBeEmpty();
        (await GetAsync(host)).Source.ShouldBe(SyncScheduleSources.None);
    }

    [Theory]
    [InlineData("Every", "00:10:00", "Schedules:Default:Every must be at least PT15M and at most P31D")]
    [InlineData("Cron", "daily", "Schedules:Default:Cron must be five fields")]
    [InlineData("Kinds:0", "workouts", "Schedules:Default:Kinds takes only activities, health")]
    public async Task One_that_cannot_be_stops_the_start(string option, string value, string problem)
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Status(500), ($"Schedules:Default:{option}", value));

        var refused = Should.Throw<OptionsValidationException>(() => host.NewProcess().GetRequiredService<IOptions<ScheduleOptions>>().Value);

        refused.Message.ShouldStartWith(problem);
    }

    [Fact]
    public async Task Set_to_nothing_it_is_off()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Status(500), ("Schedules:Default:Every", ""), ("Schedules:Default:Cron", ""), ("Schedules:Default:TimeZone", ""));

        host.NewProcess().GetRequiredService<IOptions<ScheduleOptions>>().Value.Default.Text.ShouldBeNull();
    }

    private static async Task<SyncSchedule> GetAsync(SyncHost host) =>
        (await host.AskAsync<GetSyncSchedule, SyncSchedule, SyncRefused>(new GetSyncSchedule { UserId = SyncHost.User })).ShouldBeOfType<SyncSchedule>();
}
