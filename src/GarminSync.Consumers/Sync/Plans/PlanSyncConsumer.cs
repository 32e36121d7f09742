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
        var began = attempts.Clock.GetUtcNow();
        var wanted = kinds.In(order.Scope).ToList();
        var plans = new List<(string Kind, SyncPlan Plan)>();
        var leftOut = new List<string>();
        while (plans.Count < wanted.Count)
        {
            var kind = wanted[plans.Count];
            try
            {
                plans.Add((kind.Kind, await kind.PlanAsync(session, order.UserId, order.Scope, context.CancellationToken)));
            }
            catch (Exception exception) when (wanted.Count > 1 && !context.CancellationToken.IsCancellationRequested)
            {
                if (await attempts.Judge.JudgeAsync(exception, session, began, context.CancellationToken) is not { } met)
                {
                    throw;
                }

                if (met.Waits || (met.Action == TroubleAction.TryAgain && !order.LeaveOutWhatFails))
                {
                    return met;
                }

                // What it has noted so far belongs to a plan that there is not: the others begin anew.
                db.ChangeTracker.Clear();
                plans.Clear();
                wanted.Remove(kind);
                leftOut.Add($"What is there of {kind.Kind} could not be found out: {met.Reason}");
            }
        }

        await SaveAsync(context, session, plans, leftOut);
        return null;
    }

    private async Task SaveAsync(ConsumeContext<PlanSync> context, GarminSession session, IReadOnlyList<(string Kind, SyncPlan Plan)> plans, IReadOnlyList<string> leftOut)
    {
        var order = context.Message;
        var counts = SyncCounts.None;
        foreach (var (kind, plan) in plans)
        {
            db.AddRange(plan.Items.Select(item => ToWorkItem(order.JobId, kind, item)));
            counts = counts.Add(kind, planned: plan.Items.Count, unchanged: plan.Unchanged);
        }

        LogPlanned(order.JobId, counts.Planned(), session.RequestsMade);
        await trouble.ForgetRateLimitsAsync(order.UserId, context.CancellationToken);
        foreach (var found in plans.SelectMany(one => one.Plan.Events))
        {
            await found.PublishAsync(context);
        }

        var leftOpen = leftOut.Concat(plans.Select(one => one.Plan.LeftOpen).OfType<string>()).ToList();
        await context.Publish(
            new SyncPlanned
            {
                JobId = order.JobId,
                Counts = counts,
                ListedAllActivities = plans.Any(one => one.Plan.ListedAllActivities),
                LeftOpen = leftOpen.Count > 0 ? string.Join(' ', leftOpen) : null,
                GarminRequests = session.RequestsMade,
            },
            context.CancellationToken);
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
        TraceParent = SyncTraces.Current,
    };

    private static object Report(Guid jobId, Trouble met, int requests) => met.Report(
        until => new SyncPlanDeferred { JobId = jobId, Until = until, Reason = met.Reason, IsOutage = met.IsOutage, GarminRequests = requests },
        retry => new SyncPlanFailed { JobId = jobId, Reason = met.Reason, Retry = retry, GarminRequests = requests });

    [LoggerMessage(3001, LogLevel.Information, "Job {JobId}: {Planned} items planned with {Requests} requests to Garmin")]
    private partial void LogPlanned(Guid jobId, int planned, int requests);

    [LoggerMessage(3002, LogLevel.Warning, "Job {JobId} could not be planned: {Reason}")]
    private partial void LogTrouble(Guid jobId, string reason);
}
