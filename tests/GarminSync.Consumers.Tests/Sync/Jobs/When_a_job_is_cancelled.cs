using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_job_is_cancelled
{
    [Theory]
    [InlineData("Queued")]
    [InlineData("Planning")]
    [InlineData("Fetching")]
    [InlineData("Paused")]
    public async Task It_ends_from_any_state_and_says_so_once(string state)
    {
        await using var host = await StartAsync();
        var id = await InStateAsync(host, state);

        var first = await AskAsync(host, id);
        var second = await AskAsync(host, id);

        ((SyncJobStatus)first).State.ShouldBe(SyncJobStates.Cancelled);
        ((SyncJobStatus)second).State.ShouldBe(SyncJobStates.Cancelled);
        host.Heard.Of<SyncCancelled>().ShouldHaveSingleItem().JobId.ShouldBe(id);
        var job = await host.JobAsync(id);
        (job.InFlight, job.WakeAt, job.PausedUntil, job.Reason, job.FinishedAt).ShouldBe((0, null, null, null, host.Clock.GetUtcNow()));
        (await host.ReadAsync(db => db.Set<GarminAccount>().SingleAsync())).ActiveJobId.ShouldNotBe(id);
    }

    [Fact]
    public async Task Its_items_are_handed_out_no_more_and_what_was_in_flight_does_not_count()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var inFlight = await host.InFlightAsync(id);
        await AskAsync(host, id);

        await host.TellAsync(inFlight[0].Done());
        await host.TellAsync(inFlight[1].Failed());
        await host.PassAsync(TimeSpan.FromHours(1));

        (await host.ItemsAsync(id)).ShouldAllBe(item => item.State == WorkItemState.Cancelled);
        (await host.JobAsync(id)).Counts.Ended().ShouldBe(0);
        (await host.StateAsync(id)).ShouldBe("Cancelled");
    }

    [Fact]
    public async Task A_late_report_of_an_earlier_try_does_not_end_the_one_in_flight()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        var first = (await host.InFlightAsync(id)).Single();
        await host.TellAsync(first.Failed());
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await host.BeginAllAsync(id);
        await AskAsync(host, id);

        await host.TellAsync(first.Failed());
        var (state, attempts) = (await host.ItemsAsync(id)).Select(item => (item.State, item.Attempts)).Single();
        await host.TellAsync((await host.InFlightAsync(id)).Single().Failed());

        (state, attempts).ShouldBe((WorkItemState.InFlight, 2));
        (await host.ItemsAsync(id)).Single().State.ShouldBe(WorkItemState.Cancelled);
        (await host.JobAsync(id)).InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_has_ended_stays_as_it_ended()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(0);

        ((SyncJobStatus)await AskAsync(host, id)).State.ShouldBe(SyncJobStates.Completed);

        host.Heard.Of<SyncCancelled>().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_nobody_knows_is_said_not_to_be_there()
    {
        await using var host = await StartAsync();
        var id = Guid.NewGuid();

        ((SyncJobNotFound)await AskAsync(host, id)).JobId.ShouldBe(id);
    }

    private static Task<object> AskAsync(SyncHost host, Guid id) => host.AskAsync<CancelSync, SyncJobStatus, SyncJobNotFound>(new CancelSync { JobId = id });

    private static async Task<Guid> InStateAsync(SyncHost host, string state)
    {
        if (state == "Queued")
        {
            await host.StartAsync();
        }

        var id = await host.StartAsync();
        if (state is "Fetching" or "Paused")
        {
            await host.PlanAsync(id, 5);
        }

        if (state == "Paused")
        {
            await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(host.Clock.GetUtcNow().AddMinutes(2)));
        }

        (await host.StateAsync(id)).ShouldBe(state);
        return id;
    }

    private static async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        return host;
    }
}
