using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

internal sealed partial class PlanSyncConsumer(
    StateDb db,
    GarminSessions sessions,
    IEnumerable<ISyncKind> planners,
    WorkClaims starts,
    AccountTrouble trouble,
    TimeProvider clock,
    ILogger<PlanSyncConsumer> logger) : IConsumer<PlanSync>
{
    public async Task Consume(ConsumeContext<PlanSync> context)
    {
        var start = await starts.RunAsync(context.Message, context.MessageId ?? NewId.NextGuid(), () => WorkAsync(context), context.CancellationToken);
        if (start == WorkClaim.LostTooOften)
        {
            await context.Publish(PlanOutcome(context.Message.JobId, new Trouble(TroubleAction.GiveUp, Trouble.ProcessesLost), requests: 0), context.CancellationToken);
        }
    }

    private async Task WorkAsync(ConsumeContext<PlanSync> context)
    {
        var order = context.Message;
        if (await db.Set<WorkItem>().AnyAsync(item => item.JobId == order.JobId, context.CancellationToken))
        {
            // A work order that was sent again because the first was slow: the plan is there, whole.
            return;
        }

        GarminSession? session = null;
        try
        {
            session = await sessions.OpenAsync(order.UserId, context.CancellationToken);
            var planned = await PlanAsync(context, order, session);
            LogPlanned(order.JobId, planned.Counts.Planned(), planned.GarminRequests);
            await trouble.ForgetRateLimitsAsync(order.UserId, context.CancellationToken);
            await context.Publish(planned, context.CancellationToken);
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } met)
        {
            // Half a plan is none.
            db.ChangeTracker.Clear();
            var requests = session?.RequestsMade ?? 0;
            LogTrouble(order.JobId, met.Reason);
            var remembered = await trouble.RememberAsync(context, order.UserId, met);
            await context.Publish(PlanOutcome(order.JobId, remembered, requests), context.CancellationToken);
        }
    }

    private async Task<SyncPlanned> PlanAsync(ConsumeContext context, PlanSync order, GarminSession session)
    {
        var counts = SyncCounts.None;
        var listedAll = false;
        foreach (var planner in planners.Where(planner => order.Scope.Kinds.Contains(planner.Kind)))
        {
            var plan = await planner.PlanAsync(session, order.UserId, order.Scope, context.CancellationToken);
            db.AddRange(plan.Items.Select(item => ToWorkItem(order.JobId, planner.Kind, item)));
            counts = counts.Add(planner.Kind, planned: plan.Items.Count, unchanged: plan.Unchanged);
            foreach (var gone in plan.Gone)
            {
                LogGone(order.JobId, gone.GarminActivityId);
                await context.Publish(gone, publish => publish.MessageId = ActivityMessageIds.Of(gone), context.CancellationToken);
            }

            listedAll |= planner.Kind == Contracts.SyncKinds.Activities && plan.Complete;
        }

        return new SyncPlanned { JobId = order.JobId, Counts = counts, ListedAllActivities = listedAll, GarminRequests = session.RequestsMade };
    }

    private static WorkItem ToWorkItem(Guid jobId, string kind, PlannedItem item) => new()
    {
        Id = NewId.NextSequentialGuid(),
        JobId = jobId,
        Kind = kind,
        Key = item.Key,
        Rank = item.Rank,
        Order = item.Order,
        State = WorkItemState.Planned,
        DueAt = DateTimeOffset.UnixEpoch,
    };

    private static object PlanOutcome(Guid jobId, Trouble met, int requests) => met.Waits
        ? new SyncPlanDeferred { JobId = jobId, Until = met.Until, Reason = met.Reason, GarminRequests = requests }
        : new SyncPlanFailed { JobId = jobId, Reason = met.Reason, Retry = met.Action == TroubleAction.TryAgain, GarminRequests = requests };

    [LoggerMessage(3001, LogLevel.Information, "Job {JobId}: {Planned} items planned with {Requests} requests to Garmin")]
    private partial void LogPlanned(Guid jobId, int planned, int requests);

    [LoggerMessage(3003, LogLevel.Information, "Job {JobId}: activity {GarminActivityId} is gone at Garmin")]
    private partial void LogGone(Guid jobId, long garminActivityId);

    [LoggerMessage(3002, LogLevel.Warning, "Job {JobId} could not be planned: {Reason}")]
    private partial void LogTrouble(Guid jobId, string reason);
}
