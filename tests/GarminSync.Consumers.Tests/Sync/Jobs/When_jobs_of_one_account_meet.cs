using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_jobs_of_one_account_meet(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task The_one_that_waits_the_longest_has_its_turn_when_the_first_completes(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var first = await host.StartWithPlanAsync(1);
        var second = await StartLaterAsync(host);
        var third = await StartLaterAsync(host);
        (await StatesAsync(host, first, second, third)).ShouldBe(["Fetching", "Queued", "Queued"]);

        await host.FinishAsync(first);
        (await StatesAsync(host, first, second, third)).ShouldBe(["Completed", "Planning", "Queued"]);

        await host.PlanAsync(second, 0);
        (await StatesAsync(host, first, second, third)).ShouldBe(["Completed", "Completed", "Planning"]);
    }

    [Fact]
    public async Task The_next_one_has_its_turn_when_the_first_is_cancelled()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartWithPlanAsync(5);
        var second = await StartLaterAsync(host);

        await host.TellAsync(new CancelSync { JobId = first });

        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Planning"]);
    }

    [Fact]
    public async Task The_next_one_waits_until_all_has_ended_that_was_under_way_when_the_first_was_cancelled()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartWithPlanAsync(5);
        var second = await StartLaterAsync(host);
        var underWay = await host.InFlightAsync(first);
        await host.BeginAllAsync(first);

        await host.TellAsync(new CancelSync { JobId = first });
        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Queued"]);
        await host.TellAsync(underWay[0].Done());
        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Queued"]);
        await host.TellAsync(underWay[1].Failed());

        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Planning"]);
        (await host.ItemsAsync(first)).Select(item => item.State).ShouldBe(
            [WorkItemState.Done, WorkItemState.Cancelled, WorkItemState.Cancelled, WorkItemState.Cancelled, WorkItemState.Cancelled]);
    }

    [Fact]
    public async Task The_next_one_does_not_wait_for_a_process_that_was_lost()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartWithPlanAsync(5);
        var second = await StartLaterAsync(host);
        await host.BeginAllAsync(first);
        await host.TellAsync(new CancelSync { JobId = first });

        await host.PassAsync(TimeSpan.FromMinutes(5));

        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Planning"]);
        (await host.JobAsync(first)).WakeAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_one_waits_for_the_planner_of_one_that_was_cancelled_and_its_plan_is_dropped()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartAsync();
        var second = await StartLaterAsync(host);
        var order = host.Heard.All.Single(heard => heard.Message is PlanSync);
        await host.BeginAsync((PlanSync)order.Message, order.Id);

        await host.TellAsync(new CancelSync { JobId = first });
        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Queued"]);
        await host.PlanAsync(first, 3);

        (await StatesAsync(host, first, second)).ShouldBe(["Cancelled", "Planning"]);
        (await host.ItemsAsync(first)).ShouldAllBe(item => item.State == WorkItemState.Cancelled);
        host.Heard.Of<FetchActivity>().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whose_turn_was_lost_on_the_way_takes_it_by_itself()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartWithPlanAsync(1);
        var second = await StartLaterAsync(host);
        await host.ChangeAsync(db => db.Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.ActiveJobId, (Guid?)null)));

        await host.PassAsync(TimeSpan.FromMinutes(5));

        (await StatesAsync(host, first, second)).ShouldBe(["Fetching", "Planning"]);
    }

    [Fact]
    public async Task The_next_one_has_its_turn_when_the_first_fails()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartAsync();
        var second = await StartLaterAsync(host);

        await host.TellAsync(new SyncPlanFailed { JobId = first, Reason = "Garmin refused", Retry = false, GarminRequests = 1 });

        (await StatesAsync(host, first, second)).ShouldBe(["Failed", "Planning"]);
    }

    [Fact]
    public async Task A_turn_given_to_one_that_was_cancelled_meanwhile_is_passed_on()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var first = await host.StartWithPlanAsync(1);
        var second = await StartLaterAsync(host);
        var third = await StartLaterAsync(host);
        await host.TellAsync(new CancelSync { JobId = second });
        await host.ChangeAsync(db => db.Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.ActiveJobId, (Guid?)null)));

        await host.TellAsync(new TurnGiven { JobId = second });

        (await StatesAsync(host, first, second, third)).ShouldBe(["Fetching", "Cancelled", "Planning"]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task One_of_many_that_start_at_once_has_the_turn_and_all_have_it_in_the_end(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var jobs = Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()).ToList();

        await Task.WhenAll(jobs.Select(id => host.TellAsync(new StartSyncJob { JobId = id, UserId = SyncHost.User, Scope = Jobs.Activities })));

        for (var ended = 0; ended < jobs.Count; ended++)
        {
            var states = await StatesAsync(host, [.. jobs]);
            states.Count(state => state == "Planning").ShouldBe(1);
            states.Count(state => state == "Completed").ShouldBe(ended);
            await host.PlanAsync(jobs[states.IndexOf("Planning")], 0);
        }

        (await StatesAsync(host, [.. jobs])).ShouldAllBe(state => state == "Completed");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_job_that_starts_while_the_other_ends_is_not_forgotten(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var last = await host.StartWithPlanAsync(1);
        for (var round = 0; round < 15; round++)
        {
            var done = (await host.InFlightAsync(last)).Single().Done();
            var next = Guid.NewGuid();

            await Task.WhenAll(host.TellAsync(done), host.TellAsync(new StartSyncJob { JobId = next, UserId = SyncHost.User, Scope = Jobs.Activities }));

            (await StatesAsync(host, last, next)).ShouldBe(["Completed", "Planning"]);
            await host.PlanAsync(next, 1);
            last = next;
        }
    }

    [Fact]
    public async Task Jobs_of_other_accounts_do_not_wait()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        await host.LinkAsync("43");
        var first = await host.StartAsync();
        var other = await host.StartAsync("43");

        (await StatesAsync(host, first, other)).ShouldBe(["Planning", "Planning"]);
    }

    private static async Task<Guid> StartLaterAsync(SyncHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        return await host.StartAsync();
    }

    private static async Task<List<string>> StatesAsync(SyncHost host, params Guid[] jobs)
    {
        var states = new List<string>();
        foreach (var job in jobs)
        {
            states.Add(await host.StateAsync(job));
        }

        return states;
    }

    private async Task<SyncHost> StartAsync(bool onPostgreSql)
    {
        var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null);
        await host.LinkAsync();
        return host;
    }
}
