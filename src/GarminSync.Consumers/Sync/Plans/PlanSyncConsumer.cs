using GarminConnect.Client;
using GarminSync.Consumers.State;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

internal sealed partial class PlanSyncConsumer(
    StateDb db,
    WorkAttempts attempts,
    RegisteredKinds kinds,
    WorkClaims claims,
    AccountTrouble trouble,
    ILogger<PlanSyncConsumer> logger) : IConsumer<PlanSync>
{
    public async Task Consume(ConsumeContext<PlanSync> context)
    {
        var claim = await claims.RunAsync(context.Message, context.MessageId ?? NewId.NextGuid(), () => WorkAsync(context), context.CancellationToken);
        if (claim == WorkClaim.LostTooOften)
        {
            await context.Publish(Report(context.Message.JobId, new Trouble(TroubleAction.GiveUp, Trouble.ProcessesLost), requests: 0), context.CancellationToken);
        }
    }

    private async Task WorkAsync(ConsumeContext<PlanSync> context)
    {
        var order = context.Message;
        if (await db.Set<WorkItem>().AnyAsync(item => item.JobId == order.JobId, context.CancellationToken))
        {
            // The order was sent again because the first was slow: the whole plan is there.
            return;
        }

        var attempt = attempts.Of(order.UserId);
        if (await attempt.RunAsync(session => PlanAsync(context, session), context.CancellationToken) is { } met)
        {
            // A plan is saved whole or not at all.
            db.ChangeTracker.Clear();
            if (!met.IsOutage)
            {
                LogTrouble(order.JobId, met.Reason);
            }

            var remembered = await trouble.RememberAsync(context, order.UserId, met);
            await context.Publish(Report(order.JobId, remembered, attempt.GarminRequests), context.CancellationToken);
        }
    }

    private async Task<Trouble?> PlanAsync(ConsumeContext<PlanSync> context, GarminSession session)
    {
        var order = context.Message;
        var counts = SyncCounts.None;
        var listedAllActivities = false;
        var leftOpen = new List<string>();
        var events = new List<IdentifiedEvent>();
        foreach (var kind in kinds.In(order.Scope))
        {
            var plan = await kind.PlanAsync(session, order.UserId, order.Scope, context.CancellationToken);
            db.AddRange(plan.Items.Select(item => ToWorkItem(order.JobId, kind.Kind, item)));
            counts = counts.Add(kind.Kind, planned: plan.Items.Count, unchanged: plan.Unchanged);
            listedAllActivities |= plan.ListedAllActivities;
            leftOpen.AddRange(plan.LeftOpen is { } left ? [left] : []);
            events.AddRange(plan.Events);
        }

        LogPlanned(order.JobId, counts.Planned(), session.RequestsMade);
        await trouble.ForgetRateLimitsAsync(order.UserId, context.CancellationToken);
        foreach (var found in events)
        {
            await found.PublishAsync(context);
        }

        await context.Publish(
            new SyncPlanned
            {
                JobId = order.JobId,
                Counts = counts,
                ListedAllActivities = listedAllActivities,
                LeftOpen = leftOpen.Count > 0 ? string.Join(' ', leftOpen) : null,
                GarminRequests = session.RequestsMade,
            },
            context.CancellationToken);
        return null;
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

    private static object Report(Guid jobId, Trouble met, int requests) => met.Report(
        until => new SyncPlanDeferred { JobId = jobId, Until = until, Reason = met.Reason, IsOutage = met.IsOutage, GarminRequests = requests },
        retry => new SyncPlanFailed { JobId = jobId, Reason = met.Reason, Retry = retry, GarminRequests = requests });

    [LoggerMessage(3001, LogLevel.Information, "Job {JobId}: {Planned} items planned with {Requests} requests to Garmin")]
    private partial void LogPlanned(Guid jobId, int planned, int requests);

    [LoggerMessage(3002, LogLevel.Warning, "Job {JobId} could not be planned: {Reason}")]
    private partial void LogTrouble(Guid jobId, string reason);
}
