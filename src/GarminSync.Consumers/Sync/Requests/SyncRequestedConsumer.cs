using System.Net;
using CentralDb.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>Takes every request for a sync: checks it, and joins it to a waiting job that covers it or starts a new one.</summary>
internal sealed partial class SyncRequestedConsumer(
    SyncRequestCheck check,
    DayFloor floor,
    RegisteredKinds kinds,
    AccountDirectory accounts,
    StateDb db,
    StateOutbox outbox,
    IOptions<SyncOptions> options,
    ILogger<SyncRequestedConsumer> logger) : IConsumer<SyncRequested>
{
    private const int LongestDetail = 2000;
    private static readonly BackOff CentralDbWaits = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

    public async Task Consume(ConsumeContext<SyncRequested> context)
    {
        var jobId = context.Message.JobId ?? context.MessageId ?? NewId.NextGuid();
        try
        {
            switch (await CheckAsync(context))
            {
                case (null, { } userId, { } scope):
                    await StartOrJoinAsync(context, jobId, userId, scope);
                    break;
                case ({ } refused, _, _):
                    await RefuseAsync(context, jobId, refused);
                    break;
            }
        }
        catch (Exception exception) when (context.ResponseAddress is null && MayPass(exception))
        {
            await WaitForCentralDbAsync(context, exception.Message);
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            await RefuseAsync(context, jobId, Refused(SyncRefusals.CentralDbUnreachable, exception.Message));
        }
    }

    // A refused API key is no fault of the request either.
    private static bool MayPass(Exception exception) =>
        exception is CentralDbUnreachableException or CentralDbRejectedException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden };

    private async Task<(SyncRefused? Refused, string? UserId, SyncScope? Scope)> CheckAsync(ConsumeContext<SyncRequested> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        if (UnknownMembers.In(context.ReceiveContext) is { } unknown)
        {
            return (Refused(SyncRefusals.InvalidRequest, unknown), null, null);
        }

        var (scope, problem) = check.Read(request);
        if (scope is null)
        {
            return (Refused(SyncRefusals.InvalidRequest, problem!), null, null);
        }

        return await accounts.FindAsync(request.UserId, cancellationToken) switch
        {
            AccountLookup.Found { Account.NeedsLogin: true } => (Refused(SyncRefusals.NeedsLogin, "Garmin wants a person to log in again: call POST /api/garmin/login."), null, null),
            AccountLookup.Found { Account: var account } => await CheckKindsAsync(account.UserId, scope, cancellationToken),
            AccountLookup.UnknownUser => (Refused(SyncRefusals.UnknownUser, $"CentralDB has no user {request.UserId}."), null, null),
            AccountLookup.BeingErased => (UserErasures.Refusal(request.UserId!), null, null),
            AccountLookup.Ambiguous => (Refused(SyncRefusals.AmbiguousUser, "Several Garmin accounts are linked: name one by user_id."), null, null),
            _ => (Refused(SyncRefusals.NotLinked, "Not authenticated or Garmin Connect account not linked."), null, null),
        };
    }

    private async Task<(SyncRefused? Refused, string? UserId, SyncScope? Scope)> CheckKindsAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        foreach (var kind in kinds.In(scope))
        {
            if (await kind.CheckAsync(userId, scope, cancellationToken) is { } refused)
            {
                return (Refused(refused.Reason, refused.Detail), null, null);
            }
        }

        return (null, userId, scope);
    }

    private async Task StartOrJoinAsync(ConsumeContext<SyncRequested> context, Guid jobId, string userId, SyncScope scope)
    {
        if (context.ResponseAddress is null && await db.Set<JoinedRequest>().AnyAsync(request => request.RequestId == jobId, context.CancellationToken))
        {
            // A repeat of one that joined a job, which may be past planning by now.
            return;
        }

        var reject = context.Message.IfRunning == IfRunningChoices.Reject;
        (scope, var note) = await floor.ApplyAsync(userId, scope, context.CancellationToken);

        var byDay = kinds.In(scope).Any(kind => kind.AsksByDay);

        // A job that has read Garmin's lists already may miss what the requester has just uploaded.
        var waiting = await db.Set<SyncJob>().AsNoTracking()
            .Where(job => job.UserId == userId && job.CorrelationId != jobId
                && (job.CurrentState == nameof(SyncJobStateMachine.Queued) || (job.CurrentState == nameof(SyncJobStateMachine.Planning) && job.PlannedAt == null)))
            .OrderBy(job => job.RequestedAt)
            .ToListAsync(context.CancellationToken);
        if (!reject && waiting.FirstOrDefault(job => job.Scope.Covers(scope, byDay)) is { } covering)
        {
            LogJoined(covering.CorrelationId, userId, jobId);
            if (context.ResponseAddress is not null)
            {
                await context.RespondAsync(new SyncAccepted { Job = covering.ToStatus(), Joined = true, Note = note });
            }
            else
            {
                await TellJoinedAsync(context, jobId, covering);
            }

            return;
        }

        // One that rejects waiting takes no place. A repeat of a request that has its job is answered with that job, however many wait.
        if (!reject && waiting.Count >= options.Value.MaxQueuedJobs && !await db.Set<SyncJob>().AnyAsync(job => job.CorrelationId == jobId && job.UserId == userId, context.CancellationToken))
        {
            await RefuseAsync(context, jobId, Refused(
                SyncRefusals.TooManyQueued, $"{waiting.Count} syncs of this account wait already, and no more may (Sync:MaxQueuedJobs). Wait until some have ended, or cancel them."));
            return;
        }

        LogAccepted(jobId, userId, scope.JobType());
        await context.Publish(
            new StartSyncJob { JobId = jobId, UserId = userId, Scope = scope, RejectIfRunning = reject, Note = note },
            publish =>
            {
                // The saga answers, once the job exists.
                publish.RequestId = context.RequestId;
                publish.ResponseAddress = context.ResponseAddress;
            },
            context.CancellationToken);
    }

    private async Task TellJoinedAsync(ConsumeContext<SyncRequested> context, Guid requestId, SyncJob job)
    {
        db.Add(new JoinedRequest { RequestId = requestId, JobId = job.CorrelationId });
        await PublishAsync(context, new SyncJoined { JobId = requestId, UserId = job.UserId, JoinedJobId = job.CorrelationId });
    }

    // A published request has no caller who could ask again, so it is put back. Waiting here would hold up the requests of other accounts.
    private async Task WaitForCentralDbAsync(ConsumeContext<SyncRequested> context, string reason)
    {
        var wait = CentralDbWaits.After(context.GetRedeliveryCount() + 1);
        LogWaits(context.Message.UserId, wait, reason);
        await outbox.PutBackAsync(context, wait);
    }

    private async Task RefuseAsync(ConsumeContext<SyncRequested> context, Guid jobId, SyncRefused refused)
    {
        LogRefused(jobId, context.Message.UserId, refused.Reason, refused.Detail);
        if (context.ResponseAddress is not null)
        {
            await context.RespondAsync(refused);
        }
        else
        {
            await PublishAsync(context, new SyncFailed { JobId = jobId, UserId = context.Message.UserId, Reason = refused.Detail });
        }
    }

    // Through the outbox, as every public event: that is where events are kept for those who read them over HTTP. With it goes what was noted in the state store.
    private async Task PublishAsync<T>(ConsumeContext<SyncRequested> context, T told)
        where T : class
    {
        await outbox.Publisher.Publish(
            told,
            publish =>
            {
                publish.ConversationId = context.ConversationId;
                publish.InitiatorId = context.CorrelationId;
            },
            context.CancellationToken);
        await outbox.CommitAsync(context.CancellationToken);
    }

    // The detail quotes the request, which may be of any length.
    private static SyncRefused Refused(string reason, string detail) =>
        new() { Reason = reason, Detail = detail.Length <= LongestDetail ? detail : detail[..LongestDetail] + "…" };

    [LoggerMessage(3021, LogLevel.Information, "Job {JobId}: {JobType} of user {UserId} accepted")]
    private partial void LogAccepted(Guid jobId, string userId, string jobType);

    [LoggerMessage(3022, LogLevel.Information, "Job {JobId} of user {UserId} covers the request {RequestId} too")]
    private partial void LogJoined(Guid jobId, string userId, Guid requestId);

    [LoggerMessage(3023, LogLevel.Information, "Job {JobId}: sync request for user {UserId} refused, {Reason}: {Detail}")]
    private partial void LogRefused(Guid jobId, string? userId, string reason, string detail);

    [LoggerMessage(3024, LogLevel.Warning, "Sync request for user {UserId} is tried again in {Wait}: {Reason}")]
    private partial void LogWaits(string? userId, TimeSpan wait, string reason);
}
