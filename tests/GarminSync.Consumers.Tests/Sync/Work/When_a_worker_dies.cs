using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_worker_dies(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Its_items_are_handed_out_again_when_their_lease_has_run_out(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(3);
        await host.BeginAllAsync(id);

        await host.PassAsync(TimeSpan.FromMinutes(4.9));
        host.Heard.Of<FetchActivity>().Count.ShouldBe(2);
        await host.PassAsync(TimeSpan.FromMinutes(0.1));

        host.Heard.Of<FetchActivity>().Select(order => (order.Order.Row, order.Attempt)).ShouldBe(
            [("""{"activityId":1}""", 1), ("""{"activityId":2}""", 1), ("""{"activityId":1}""", 2), ("""{"activityId":2}""", 2)]);
        (await host.JobAsync(id)).InFlight.ShouldBe(2);
    }

    [Fact]
    public async Task What_it_lost_does_not_use_up_the_tries_that_an_item_has()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(1);
        for (var loss = 1; loss < 5; loss++)
        {
            await host.BeginAllAsync(id);
            await host.PassAsync(TimeSpan.FromMinutes(5));
        }

        await host.TellAsync((await host.InFlightAsync(id)).Single().Failed());

        var item = (await host.ItemsAsync(id)).Single();
        (item.State, item.Losses, item.Failures).ShouldBe((WorkItemState.Planned, 4, 1));
    }

    [Fact]
    public async Task An_item_over_which_one_after_the_other_dies_is_given_up_and_the_others_go_on()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(1);
        for (var loss = 1; loss <= 5; loss++)
        {
            (await host.StateAsync(id)).ShouldBe("Fetching");
            await host.BeginAllAsync(id);
            await host.PassAsync(TimeSpan.FromMinutes(5));
        }

        var job = await host.JobAsync(id);
        (job.CurrentState, job.InFlight, job.Counts.Failed()).ShouldBe(("CompletedWithErrors", 0, 1));
        host.Heard.Of<ActivitySyncFailed>().ShouldBe(
            [new ActivitySyncFailed { UserId = SyncHost.User, GarminActivityId = 1, Reason = Trouble.ProcessesLost, Attempts = 5, JobId = id }]);
    }

    [Fact]
    public async Task An_item_that_was_given_up_and_turns_out_to_be_done_is_done()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(3);
        var slow = (await host.InFlightAsync(id))[0];
        await host.TellAsync(slow.Failed(retry: false));

        await host.TellAsync(slow.Done());
        await host.FinishAsync(id);

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Counts.Failed(), job.Counts.Ended()).ShouldBe(("Completed", 0, 3));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Many_dispatchers_hand_them_out_once(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        await host.StartWithPlanAsync(2);
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.DispatchAsync()));

        host.Heard.Of<FetchActivity>().Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_an_overtaken_attempt_says_of_its_failure_does_not_count()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(1);
        await host.BeginAllAsync(id);
        var overtaken = (await host.InFlightAsync(id)).Single();
        await host.PassAsync(TimeSpan.FromMinutes(5));

        await host.TellAsync(overtaken.Failed(retry: false));

        var item = (await host.InFlightAsync(id)).Single();
        (item.Attempts, item.State).ShouldBe((2, WorkItemState.InFlight));
    }

    [Fact]
    public async Task What_an_overtaken_attempt_has_done_is_done()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(1);
        await host.BeginAllAsync(id);
        var overtaken = (await host.InFlightAsync(id)).Single();
        await host.PassAsync(TimeSpan.FromMinutes(5));

        await host.TellAsync(overtaken.Done());

        (await host.StateAsync(id)).ShouldBe("Completed");
    }

    [Fact]
    public async Task An_item_that_turns_out_to_be_done_while_it_waits_for_its_next_try_is_not_handed_out_again()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var id = await host.StartWithPlanAsync(3);
        var first = (await host.InFlightAsync(id))[0];
        await host.TellAsync(first.Failed());
        host.Clock.Advance(TimeSpan.FromMinutes(1)); // its wait is over, but nobody has looked yet

        await host.TellAsync(first.Done());
        await host.FinishAsync(id);

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Counts.Planned(), job.Counts.Ended()).ShouldBe(("Completed", 3, 3));
        host.Heard.Of<FetchActivity>().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_new_process_on_the_in_memory_bus_takes_all_that_was_on_its_way_for_lost()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        var fetching = await host.StartWithPlanAsync(2);
        await host.BeginAllAsync(fetching);
        await host.LinkAsync("43");
        var planning = await host.StartAsync("43");

        await host.Services.GetServices<IHostedService>().OfType<LostMessages>().Single().StartAsync(Token);
        await host.DispatchAsync();

        (await host.InFlightAsync(fetching)).ShouldAllBe(item => item.Attempts == 2);
        host.Heard.Of<PlanSync>().Count(order => order.JobId == planning).ShouldBe(2);
    }

    [Fact]
    public async Task The_dispatcher_looks_by_itself_as_often_as_it_is_told()
    {
        await using var host = await StartAsync(onPostgreSql: false);
        await host.StartWithPlanAsync(1);
        using var dispatcher = ActivatorUtilities.CreateInstance<Dispatcher>(host.Services);
        var timers = host.Clock.WaitingTimers;
        await dispatcher.StartAsync(Token);
        await Eventually.Is(() => host.Clock.WaitingTimers > timers);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Eventually.Is(() => Task.FromResult(host.Heard.Of<FetchActivity>().Count == 2));
        await dispatcher.StopAsync(Token);
    }

    private async Task<SyncHost> StartAsync(bool onPostgreSql)
    {
        var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null);
        await host.LinkAsync();
        return host;
    }
}
