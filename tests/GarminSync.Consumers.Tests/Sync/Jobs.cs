using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>What happens to jobs, in a word each.</summary>
internal static class Jobs
{
    public static readonly SyncScope Activities = new() { Kinds = [SyncKinds.Activities], Formats = [ActivityFileFormats.Original] };

    /// <summary>Starts a job of the account. Returns its id.</summary>
    public static async Task<Guid> StartAsync(this SyncHost host, string userId = SyncHost.User, SyncScope? scope = null)
    {
        var id = Guid.NewGuid();
        await host.TellAsync(new StartSyncJob { JobId = id, UserId = userId, Scope = scope ?? Activities });
        return id;
    }

    /// <summary>Starts a job with a plan of so many activities, the newest of which is number 1.</summary>
    public static async Task<Guid> StartWithPlanAsync(this SyncHost host, int activities, string userId = SyncHost.User)
    {
        var id = await host.StartAsync(userId);
        await host.PlanAsync(id, activities);
        return id;
    }

    /// <summary>Writes the plan, oldest first, and says so.</summary>
    public static async Task PlanAsync(this SyncHost host, Guid jobId, int activities, int unchanged = 0)
    {
        await host.ChangeAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, activities).Reverse().Select(number => Item(jobId, number)));
            return Task.CompletedTask;
        });
        await host.TellAsync(Planned(jobId, activities, unchanged));
    }

    public static SyncPlanned Planned(Guid jobId, int activities, int unchanged = 0) => new()
    {
        JobId = jobId,
        Counts = SyncCounts.None.Add(SyncKinds.Activities, planned: activities, unchanged: unchanged),
        ListedAllActivities = true,
        GarminRequests = 1,
    };

    public static WorkItem Item(Guid jobId, int number) => new()
    {
        Id = Guid.NewGuid(),
        JobId = jobId,
        Kind = SyncKinds.Activities,
        Key = $"{number}",
        Rank = number,
        Order = JsonSerializer.Serialize(new ActivityOrder { Row = $$"""{"activityId":{{number}}}""", Formats = [ActivityFileFormats.Original] }),
        State = WorkItemState.Planned,
        DueAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>The items in flight, newest first.</summary>
    public static async Task<List<WorkItem>> InFlightAsync(this SyncHost host, Guid jobId) =>
        [.. (await host.ItemsAsync(jobId)).Where(item => item.State == WorkItemState.InFlight)];

    public static WorkItemDone Done(this WorkItem item) => new() { JobId = item.JobId, ItemId = item.Id, GarminRequests = 1 };

    public static WorkItemFailed Failed(this WorkItem item, bool retry = true, string reason = "Garmin answered 500") =>
        new() { JobId = item.JobId, ItemId = item.Id, Attempt = item.Attempts, Reason = reason, Retry = retry, GarminRequests = 1 };

    public static WorkItemDeferred Deferred(this WorkItem item, DateTimeOffset? until, string reason = "Garmin limits requests") =>
        new() { JobId = item.JobId, ItemId = item.Id, Attempt = item.Attempts, Until = until, Reason = reason, GarminRequests = 1 };

    public static WorkItemDeferred Outage(this WorkItem item, string reason = "Garmin answers nobody") =>
        new() { JobId = item.JobId, ItemId = item.Id, Attempt = item.Attempts, Until = DateTimeOffset.UnixEpoch, Reason = reason, IsOutage = true, GarminRequests = 1 };

    /// <summary>Consumers begin with all that is in flight, each in a process of its own, and are not heard of again.</summary>
    public static async Task BeginAllAsync(this SyncHost host, Guid jobId)
    {
        foreach (var item in await host.InFlightAsync(jobId))
        {
            var order = host.Heard.All.Last(heard => heard.Message is FetchActivity fetch && fetch.ItemId == item.Id);
            (await host.BeginAsync((IWorkOrder)order.Message, order.Id)).ShouldBe(WorkClaim.Begun);
        }
    }

    /// <summary>A consumer in a process of its own begins with what the message asks for, if it may.</summary>
    public static Task<WorkClaim> BeginAsync(this SyncHost host, IWorkOrder order, Guid messageId) =>
        host.NewWorker().RunAsync(order, messageId, () => Task.CompletedTask, CancellationToken.None);

    public static Task<WorkClaim> BeginAsync(this SyncHost host, PlanSync order, Guid messageId) =>
        host.NewWorker().RunAsync(order, messageId, () => Task.CompletedTask, CancellationToken.None);

    /// <summary>A consumer in a process of its own is done with an item, and goes on with the next one. Null: it reports instead.</summary>
    /// <param name="host">The host.</param>
    /// <param name="done">The item.</param>
    /// <param name="messageId">The message that the consumer has.</param>
    /// <param name="dies">Is given the commit, and makes of it what a process does that dies.</param>
    public static async Task<FetchActivity?> GoOnAsync(this SyncHost host, FetchActivity done, Guid messageId, Func<Func<Task>, Task>? dies = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await EndAsync(await host.Lane(scope.ServiceProvider, dies).GoOnAsync(done, messageId, garminRequests: 1, CancellationToken.None)))?.Order;
    }

    /// <summary>A consumer in a process of its own is given a message that another one had, and looks where that one was. Null: nowhere.</summary>
    public static async Task<WorkLane.Step<FetchActivity>?> ResumeAsync(this SyncHost host, FetchActivity first, Guid messageId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await EndAsync(await host.Lane(scope.ServiceProvider).ResumeAsync(first, messageId, CancellationToken.None));
    }

    private static WorkLane Lane(this SyncHost host, IServiceProvider services, Func<Func<Task>, Task>? dies = null)
    {
        var db = services.GetRequiredService<StateDb>();
        var parts = new MessageInParts();
        dies ??= commit => commit();
        parts.Begin((commit, cancellationToken) => commit ? dies(() => db.CommitAsync(cancellationToken)) : db.RollbackAsync());
        return new WorkLane(db, parts, services.GetRequiredService<RegisteredKinds>(), host.NewWorker(), services.GetRequiredService<IOptions<SyncOptions>>(), host.Clock);
    }

    // As when its process dies: the lease is neither prolonged nor given back.
    private static async Task<WorkLane.Step<FetchActivity>?> EndAsync(WorkLane.Step<FetchActivity>? step)
    {
        if (step is not null)
        {
            step.Lease.LetRunOut();
            await step.Lease.DisposeAsync();
        }

        return step;
    }

    public static WorkClaims NewWorker(this SyncHost host) => ActivatorUtilities.CreateInstance<WorkClaims>(host.Services);

    /// <summary>Ends all items that are in flight or will be, well.</summary>
    public static async Task FinishAsync(this SyncHost host, Guid jobId)
    {
        while (await host.InFlightAsync(jobId) is [var item, ..])
        {
            await host.TellAsync(item.Done());
        }
    }

    public static async Task<string> StateAsync(this SyncHost host, Guid jobId) => (await host.JobAsync(jobId)).CurrentState;
}
