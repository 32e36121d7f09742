using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_items_fail
{
    private static readonly (string, string)[] FewAttempts = [("Sync:MaxAttempts", "3"), ("Sync:FirstBackOff", "00:00:10")];

    [Fact]
    public async Task Each_is_tried_again_after_a_wait_that_doubles_and_given_up_in_the_end()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        var waits = new List<double>();

        for (var attempt = 1; attempt < 3; attempt++)
        {
            await host.TellAsync((await host.InFlightAsync(id)).Single().Failed());
            waits.Add(((await host.ItemsAsync(id)).Single().DueAt - host.Clock.GetUtcNow()).TotalSeconds);
            await host.PassAsync(TimeSpan.FromSeconds(waits[^1] - 0.1));
            (await host.InFlightAsync(id)).ShouldBeEmpty();
            await host.PassAsync(TimeSpan.FromSeconds(0.1));
        }

        await host.TellAsync((await host.InFlightAsync(id)).Single().Failed(reason: "Garmin answered 503"));

        waits.ShouldBe([10, 20]);
        host.Heard.Of<ActivitySyncFailed>().ShouldBe(
            [new ActivitySyncFailed { UserId = SyncHost.User, GarminActivityId = 1, Reason = "Garmin answered 503", Attempts = 3, JobId = id }]);
        (await host.StateAsync(id)).ShouldBe("CompletedWithErrors");
        host.Heard.Of<SyncCompleted>().ShouldHaveSingleItem().State.ShouldBe(SyncJobStates.CompletedWithErrors);
    }

    [Fact]
    public async Task One_that_turns_out_to_be_done_is_not_handed_out_again_when_its_wait_is_over()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(2);
        var item = (await host.InFlightAsync(id))[0];
        await host.TellAsync(item.Failed());

        // The wait is over, and before the dispatcher has noticed the other process that had the item is heard of.
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        await host.TellAsync(item.Done());

        var job = await host.JobAsync(id);
        (job.InFlight, job.Counts.Ended()).ShouldBe((1, 1));
        (await host.ItemsAsync(id)).Single(row => row.Id == item.Id).State.ShouldBe(WorkItemState.Done);
        host.Heard.Of<FetchActivity>().Count(order => order.ItemId == item.Id).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_would_fail_again_is_given_up_at_once_and_the_others_go_on()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);

        await host.TellAsync((await host.InFlightAsync(id))[0].Failed(retry: false, reason: "no such activity"));
        await host.FinishAsync(id);

        var job = (SyncJobStatus)await host.AskAsync<GetSyncJob, SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = id });
        job.State.ShouldBe(SyncJobStates.CompletedWithErrors);
        job.Counts.ShouldBe([new SyncKindCounts { Kind = SyncKinds.Activities, Planned = 3, Done = 2, Unchanged = 0, Failed = 1 }]);
        job.Failures.ShouldBe([new SyncItemFailure { Kind = SyncKinds.Activities, Item = "1", Reason = "no such activity", Attempts = 1 }]);
    }

    [Fact]
    public async Task A_consumer_that_threw_counts_as_a_failure()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        var order = host.Heard.Of<FetchActivity>().Single();

        await host.Bus.Publish<Fault<FetchActivity>>(new { Message = order });
        await Eventually.Is(async () => (await host.InFlightAsync(id)).Count == 0);
        await host.PassAsync(TimeSpan.FromSeconds(10));

        (await host.InFlightAsync(id)).Single().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Those_that_are_to_blame_themselves_do_not_pause_the_others()
    {
        await using var host = await StartAsync(("Sync:MaxAttempts", "50"));
        var id = await host.StartWithPlanAsync(20);

        for (var failure = 0; failure < 6; failure++)
        {
            await host.TellAsync((await host.InFlightAsync(id))[0].Failed(reason: "no FIT file in the ZIP"));
        }

        (await host.StateAsync(id)).ShouldBe("Fetching");
    }

    [Fact]
    public async Task A_retry_tries_the_failed_ones_again_and_nothing_else()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        await host.TellAsync((await host.InFlightAsync(id))[0].Failed(retry: false));
        await host.FinishAsync(id);
        var progress = (await host.JobAsync(id)).Progress;

        var answer = (SyncJobStatus)await host.AskAsync<RetryFailedItems, SyncJobStatus, SyncJobNotFound>(new RetryFailedItems { JobId = id });
        answer.State.ShouldBe(SyncJobStates.Fetching);
        answer.Progress.ShouldBe(progress);
        (await host.InFlightAsync(id)).Select(item => (item.Key, item.Failures)).ShouldBe([("1", 0)]);
        await host.FinishAsync(id);

        (await host.StateAsync(id)).ShouldBe("Completed");
        host.Heard.Of<SyncCompleted>().Select(completed => completed.State).ShouldBe([SyncJobStates.CompletedWithErrors, SyncJobStates.Completed]);
        host.Heard.Of<SyncCompleted>()[1].Counts.ShouldBe([new SyncKindCounts { Kind = SyncKinds.Activities, Planned = 3, Done = 3, Unchanged = 0, Failed = 0 }]);
    }

    [Fact]
    public async Task A_retry_of_one_leaves_the_others_failed()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        await host.TellAsync((await host.InFlightAsync(id))[0].Failed(retry: false));
        await host.TellAsync((await host.InFlightAsync(id))[0].Failed(retry: false));
        await host.FinishAsync(id);

        await host.AskAsync<RetryFailedItems, SyncJobStatus, SyncJobNotFound>(new RetryFailedItems { JobId = id, Items = ["2"] });
        (await host.InFlightAsync(id)).Select(item => item.Key).ShouldBe(["2"]);
        await host.FinishAsync(id);

        (await host.StateAsync(id)).ShouldBe("CompletedWithErrors");
        host.Heard.Of<SyncCompleted>()[1].Counts.ShouldBe([new SyncKindCounts { Kind = SyncKinds.Activities, Planned = 3, Done = 2, Unchanged = 0, Failed = 1 }]);
    }

    [Fact]
    public async Task A_retry_waits_for_its_turn()
    {
        await using var host = await StartAsync();
        var first = await host.StartWithPlanAsync(1);
        await host.TellAsync((await host.InFlightAsync(first)).Single().Failed(retry: false));
        var second = await host.StartWithPlanAsync(1);

        await host.TellAsync(new RetryFailedItems { JobId = first });
        (await host.StateAsync(first)).ShouldBe("Queued");
        await host.FinishAsync(second);

        (await host.InFlightAsync(first)).Single().Key.ShouldBe("1");
    }

    private static async Task<SyncHost> StartAsync(params (string, string)[] settings)
    {
        var host = await SyncHost.StartAsync(settings: settings.Length > 0 ? settings : FewAttempts);
        await host.LinkAsync();
        return host;
    }
}
