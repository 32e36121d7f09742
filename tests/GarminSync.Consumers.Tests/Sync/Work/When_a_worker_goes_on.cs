using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>With the next item of the job by itself, and tells the job of the last one only.</summary>
public sealed class When_a_worker_goes_on(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task The_job_counts_what_it_did_when_it_tells_of_the_last(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(5);
        var (first, message) = await BeginAsync(host);

        var second = (await host.GoOnAsync(first, message)).ShouldNotBeNull();
        var third = (await host.GoOnAsync(second, message)).ShouldNotBeNull();

        new[] { first, second, third }.Select(Number).ShouldBe([1, 3, 4], "2 is in flight, and the newest goes first");
        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.InFlight.ShouldBe(2), job => job.Counts.Ended().ShouldBe(0));
        (await host.ItemsAsync(id)).Select(item => item.State).ShouldBe(
            [WorkItemState.Finished, WorkItemState.InFlight, WorkItemState.Finished, WorkItemState.InFlight, WorkItemState.Planned]);

        var status = (SyncJobStatus)await host.AskAsync<GetSyncJob, SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = id });
        (status.Counts.Single().Done, status.Progress).ShouldBe((2, 0.4), "whoever asks hears of them at once");

        await host.TellAsync(Done(third));

        var told = await host.JobAsync(id);
        (told.Counts.Ended(), told.InFlight, told.GarminRequests).ShouldBe((3, 2, 1 + 3), "the plan and three items");
        (await host.ItemsAsync(id)).Select(item => item.State).ShouldBe(
            [WorkItemState.Done, WorkItemState.InFlight, WorkItemState.Done, WorkItemState.Done, WorkItemState.InFlight]);
        await host.FinishAsync(id);
        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.CurrentState.ShouldBe("Completed"), job => job.Counts.Ended().ShouldBe(5));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_process_that_dies_has_finished_is_counted_and_the_item_that_it_was_at_is_handed_out_again(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(4);
        var (first, message) = await BeginAsync(host);
        var second = (await host.GoOnAsync(first, message)).ShouldNotBeNull();

        await host.PassAsync(TimeSpan.FromMinutes(5));

        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.InFlight.ShouldBe(2), job => job.Counts.Ended().ShouldBe(1));
        var again = host.Heard.Of<FetchActivity>().Last(order => order.ItemId == second.ItemId);
        again.Attempt.ShouldBe(2);
        (await host.ItemsAsync(id)).Single(item => item.Id == second.ItemId).Losses.ShouldBe(1);
        (await host.GoOnAsync(second, message)).ShouldBeNull("it was overtaken");
        await host.FinishAsync(id);
        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.CurrentState.ShouldBe("Completed"), job => job.Counts.Ended().ShouldBe(4));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whoever_is_given_the_message_next_is_at_the_same_item_at_once(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(4);
        var (first, message) = await BeginAsync(host);
        var second = (await host.GoOnAsync(first, message)).ShouldNotBeNull();

        (await host.BeginAsync(first, message)).ShouldBe(WorkClaim.Superseded);
        var step = (await host.ResumeAsync(first, message)).ShouldNotBeNull();

        (step.Order.ItemId, step.Order.Attempt, step.IsLostTooOften).ShouldBe((second.ItemId, second.Attempt, false));
        (await host.ItemsAsync(id)).Single(item => item.Id == second.ItemId).Losses.ShouldBe(1);
        (await host.ResumeAsync(first, Guid.NewGuid())).ShouldBeNull("another message");
        var third = (await host.GoOnAsync(step.Order, message)).ShouldNotBeNull();
        await host.TellAsync(Done(third));
        (await host.JobAsync(id)).Counts.Ended().ShouldBe(3);
    }

    /// <summary>From the one item to the next there is one transaction, so a process dies before its commit or after it.</summary>
    [Theory, InlineData(false, false), InlineData(false, true), InlineData(true, false), InlineData(true, true)]
    public async Task One_that_dies_in_between_is_at_the_one_item_or_at_the_next(bool onPostgreSql, bool afterTheCommit)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(4);
        var (first, message) = await BeginAsync(host);

        await Should.ThrowAsync<OperationCanceledException>(() => host.GoOnAsync(first, message, async commit =>
        {
            if (afterTheCommit)
            {
                await commit();
            }

            throw new OperationCanceledException("It is dead.");
        }));

        (await host.BeginAsync(first, message)).ShouldBe(afterTheCommit ? WorkClaim.Superseded : WorkClaim.Begun);
        var at = afterTheCommit ? (await host.ResumeAsync(first, message)).ShouldNotBeNull().Order : first;
        Number(at).ShouldBe(afterTheCommit ? 3 : 1);
        (await host.JobAsync(id)).InFlight.ShouldBe(2);
        (await host.InFlightAsync(id)).Count.ShouldBe(2);
        await host.TellAsync(Done(at));
        await host.FinishAsync(id);
        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.CurrentState.ShouldBe("Completed"), job => job.Counts.Ended().ShouldBe(4));
        (await host.ItemsAsync(id)).ShouldAllBe(item => item.State == WorkItemState.Done);
    }

    [Fact]
    public async Task An_item_over_which_processes_are_lost_again_and_again_is_to_be_given_up()
    {
        await using var host = await StartAsync();
        await host.StartWithPlanAsync(4);
        var (first, message) = await BeginAsync(host);
        await host.GoOnAsync(first, message);

        for (var loss = 1; loss < 5; loss++)
        {
            (await host.ResumeAsync(first, message)).ShouldNotBeNull().IsLostTooOften.ShouldBeFalse();
        }

        (await host.ResumeAsync(first, message)).ShouldNotBeNull().IsLostTooOften.ShouldBeTrue();
    }

    [Fact]
    public async Task It_does_not_when_the_job_pauses_or_is_cancelled_and_what_it_did_counts_all_the_same()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var (first, message) = await BeginAsync(host);
        var second = (await host.GoOnAsync(first, message)).ShouldNotBeNull();
        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(host.Clock.GetUtcNow().AddMinutes(1)));

        (await host.GoOnAsync(second, message)).ShouldBeNull();

        await host.TellAsync(new CancelSync { JobId = id });
        (await host.GoOnAsync(second, message)).ShouldBeNull();
        (await host.JobAsync(id)).InFlight.ShouldBe(1);
        await host.TellAsync(Done(second));
        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.InFlight.ShouldBe(0), job => job.Counts.Ended().ShouldBe(2));
    }

    [Fact]
    public async Task A_job_that_a_version_without_lanes_has_left_standing_comes_to_its_end()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(2);
        await host.TellAsync((await host.InFlightAsync(id))[0].Done());
        await host.ChangeAsync(db =>
        {
            db.Set<WorkItem>().Single(item => item.JobId == id && item.State == WorkItemState.InFlight).State = WorkItemState.Finished;
            var job = db.Set<SyncJob>().Single();
            (job.InFlight, job.WakeAt) = (0, null);
            return Task.CompletedTask;
        });
        await host.DispatchAsync();
        (await host.StateAsync(id)).ShouldBe("Fetching");

        await ActivatorUtilities.CreateInstance<ForgottenJobs>(host.Services).WakeAsync(TestContext.Current.CancellationToken);
        await host.DispatchAsync();

        (await host.JobAsync(id)).ShouldSatisfyAllConditions(job => job.CurrentState.ShouldBe("Completed"), job => job.Counts.Ended().ShouldBe(2));
    }

    [Fact]
    public async Task It_leaves_items_of_another_kind_to_others()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(4);
        var (first, message) = await BeginAsync(host);
        await host.ChangeAsync(db =>
        {
            var next = db.Set<WorkItem>().Single(item => item.JobId == id && item.Rank == 3);
            (next.Kind, next.Order) = (SyncKinds.Workouts, """{"WorkoutId":"a","Hash":"b"}""");
            return Task.CompletedTask;
        });

        (await host.GoOnAsync(first, message)).ShouldBeNull();

        (await host.ItemsAsync(id)).Select(item => (item.State, item.Attempts)).ShouldBe(
            [(WorkItemState.InFlight, 1), (WorkItemState.InFlight, 1), (WorkItemState.Planned, 0), (WorkItemState.Planned, 0)]);
    }

    [Fact]
    public async Task It_does_not_take_what_the_job_hands_out_at_the_same_time()
    {
        const int Items = 60;
        await using var host = await StartAsync(onPostgreSql: true);
        var id = await host.StartWithPlanAsync(Items);
        var begun = await Task.WhenAll(host.Heard.All.Where(heard => heard.Message is FetchActivity).Select(async heard =>
        {
            (await host.BeginAsync((IWorkOrder)heard.Message, heard.Id)).ShouldBe(WorkClaim.Begun);
            return ((FetchActivity)heard.Message, heard.Id);
        }));

        // One tells after each item, the other goes on by itself.
        async Task<List<Guid>> TellAsync()
        {
            List<Guid> done = [];
            var order = begun[0].Item1;
            while (true)
            {
                done.Add(order.ItemId);
                await host.Bus.Publish(Done(order));
                if (await Eventually.Get(() => Task.FromResult(host.Heard.Of<FetchActivity>().LastOrDefault(other => other.Attempt == 1 && !done.Contains(other.ItemId) && other.ItemId != begun[1].Item1.ItemId)
                        ?? (done.Count > 0 && host.Heard.Of<SyncCompleted>().Count > 0 ? order : null)), next => next is not null, TimeSpan.FromSeconds(20)) is not { } next || next == order)
                {
                    return done;
                }

                order = next;
            }
        }

        var telling = TellAsync();
        List<Guid> alone = [];
        FetchActivity? own = begun[1].Item1;
        for (FetchActivity last = own; ; last = own)
        {
            alone.Add(last.ItemId);
            own = await host.GoOnAsync(last, begun[1].Id);
            if (own is null)
            {
                await host.Bus.Publish(Done(last));
                break;
            }
        }

        var told = await telling;
        told.Intersect(alone).ShouldBeEmpty();
        (told.Count + alone.Count).ShouldBe(Items);
        (await host.ItemsAsync(id)).ShouldAllBe(item => item.State == WorkItemState.Done && item.Attempts == 1);
    }

    private static int Number(FetchActivity order) => int.Parse(string.Concat(order.Order.Row.Where(char.IsAsciiDigit)));

    private static WorkItemDone Done(FetchActivity order) => new() { JobId = order.JobId, ItemId = order.ItemId, GarminRequests = 1 };

    private static async Task<(FetchActivity Order, Guid Message)> BeginAsync(SyncHost host)
    {
        var heard = host.Heard.All.First(heard => heard.Message is FetchActivity);
        (await host.BeginAsync((IWorkOrder)heard.Message, heard.Id)).ShouldBe(WorkClaim.Begun);
        return ((FetchActivity)heard.Message, heard.Id);
    }

    private async Task<SyncHost> StartAsync(bool onPostgreSql = false)
    {
        var host = onPostgreSql ? await SyncHost.StartAsync(postgres) : await SyncHost.StartAsync();
        await host.LinkAsync();
        return host;
    }
}
