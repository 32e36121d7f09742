using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_job_runs(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task It_hands_out_the_newest_first_and_never_more_than_its_credit(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql, ("Garmin:ConcurrencyPerAccount", "3"));
        var id = await host.StartWithPlanAsync(10);

        while (await host.InFlightAsync(id) is { Count: > 0 } inFlight)
        {
            inFlight.Count.ShouldBeLessThanOrEqualTo(3);
            (await host.JobAsync(id)).InFlight.ShouldBe(inFlight.Count);
            await host.TellAsync(inFlight[^1].Done());
        }

        host.Heard.Of<FetchActivity>().Select(order => order.Order.Row).ShouldBe(Enumerable.Range(1, 10).Select(number => $$"""{"activityId":{{number}}}"""));
        (await host.StateAsync(id)).ShouldBe("Completed");
    }

    [Fact]
    public async Task An_item_that_is_done_keeps_nothing_of_what_it_was_about()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(2);
        var inFlight = await host.InFlightAsync(id);

        await host.TellAsync(inFlight[0].Done());
        await host.TellAsync(inFlight[1].Failed(retry: false));

        (await host.ItemsAsync(id)).Select(item => (item.State, item.Order.Length > 0)).ShouldBe(
            [(WorkItemState.Done, false), (WorkItemState.Failed, true)], ignoreOrder: true);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_says_how_it_started_and_ended(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(90));
        await host.PlanAsync(id, activities: 2, unchanged: 5);
        await host.FinishAsync(id);

        host.Heard.Of<SyncStarted>().ShouldBe([new SyncStarted { JobId = id, UserId = SyncHost.User, JobType = SyncKinds.Activities }]);
        var completed = host.Heard.Of<SyncCompleted>().ShouldHaveSingleItem();
        (completed.JobId, completed.UserId, completed.State, completed.DurationSeconds, completed.GarminRequests)
            .ShouldBe((id, SyncHost.User, SyncJobStates.Completed, 90, 3));
        completed.Counts.ShouldBe([new SyncKindCounts { Kind = SyncKinds.Activities, Planned = 2, Done = 2, Unchanged = 5, Failed = 0 }]);
        (await host.ReadAsync(db => db.Set<GarminAccount>().SingleAsync())).LastSyncAt.ShouldBe(host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task It_is_the_account_s_last_sync_only_when_it_goes_to_its_end()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(1);

        await host.TellAsync(new CancelSync { JobId = id });
        await host.TellAsync((await host.ItemsAsync(id)).Single().Done());

        var account = await host.ReadAsync(db => db.Set<GarminAccount>().SingleAsync());
        (account.ActiveJobId, account.LastSyncAt).ShouldBe((null, null));
    }

    [Fact]
    public async Task It_is_complete_at_once_when_there_is_nothing_to_do()
    {
        await using var host = await StartAsync(onPostgreSql: false);

        var id = await host.StartWithPlanAsync(0);

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Progress, job.WakeAt).ShouldBe(("Completed", 1, null));
    }

    [Fact]
    public async Task It_is_not_complete_when_its_plan_left_something_open()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartAsync();

        await host.TellAsync(new SyncPlanned { JobId = id, Counts = SyncCounts.None, ListedAllActivities = false, LeftOpen = "Sleep of March stays open.", GarminRequests = 0 });

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Reason).ShouldBe(("CompletedWithErrors", "Sleep of March stays open."));
        host.Heard.Of<SyncCompleted>().ShouldHaveSingleItem().State.ShouldBe(SyncJobStates.CompletedWithErrors);
    }

    [Fact]
    public async Task Its_progress_rises_with_each_item_and_is_told_at_most_once_a_second()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(4);
        var seen = new List<double>();

        for (var number = 0; number < 4; number++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(0.6));
            await host.TellAsync((await host.InFlightAsync(id))[0].Done());
            seen.Add((await host.JobAsync(id)).Progress);
        }

        seen.ShouldBe([0.25, 0.5, 0.75, 1]);
        host.Heard.Of<SyncProgressed>().Select(progressed => progressed.Progress).ShouldBe([0, 0.5]);
    }

    [Fact]
    public async Task A_report_that_comes_twice_counts_once()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(3);
        var done = (await host.InFlightAsync(id))[0].Done();
        var messageId = Guid.NewGuid();

        await host.TellAsync(done, messageId);
        await host.TellAsync(done, messageId);
        await host.TellAsync(done);

        (await host.JobAsync(id)).Counts.ByKind.Single().Done.ShouldBe(1);
        (await host.InFlightAsync(id)).Count.ShouldBe(2);
    }

    private async Task<SyncHost> StartAsync(bool onPostgreSql, params (string Name, string Value)[] settings)
    {
        var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null, settings);
        await host.LinkAsync();
        return host;
    }
}
