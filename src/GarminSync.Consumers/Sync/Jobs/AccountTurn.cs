using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Whose turn it is among the jobs of an account, one of which runs at a time; and what keeps the account from Garmin.</summary>
internal sealed class AccountTurn(StateDb db, TimeProvider clock)
{
    /// <summary>Makes the job its account's active one if no other is. Returns whether it is.</summary>
    public async Task<bool> TakeAsync(SyncJob job, CancellationToken cancellationToken)
    {
        // Writes the row even when another job has the turn: the lock holds that one back until it can see this job waiting.
        await Account(job).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.ActiveJobId, account => account.ActiveJobId ?? job.CorrelationId), cancellationToken);
        return await Account(job).Select(account => account.ActiveJobId).SingleOrDefaultAsync(cancellationToken) == job.CorrelationId;
    }

    /// <summary>Ends the job's turn. Returns the job that has waited longest, which should take it next; null when none waits.</summary>
    public async Task<Guid?> EndAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await Account(job).Where(account => account.ActiveJobId == job.CorrelationId).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.ActiveJobId, (Guid?)null).SetProperty(account => account.LastSyncAt, now), cancellationToken);
        return await db.Set<SyncJob>()
            .Where(waiting => waiting.UserId == job.UserId && waiting.CurrentState == nameof(SyncJobStateMachine.Queued) && waiting.CorrelationId != job.CorrelationId)
            .OrderBy(waiting => waiting.RequestedAt)
            .Select(waiting => (Guid?)waiting.CorrelationId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What keeps the whole account from Garmin; null when nothing does.</summary>
    public async Task<Trouble?> TroubleAsync(SyncJob job, CancellationToken cancellationToken)
    {
        // Writes the row to lock it until the job's pause is committed: a login that comes meanwhile sees the pause, and wakes the job.
        await Account(job).ExecuteUpdateAsync(row => row.SetProperty(account => account.NeedsLogin, account => account.NeedsLogin), cancellationToken);
        var account = await Account(job).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return account switch
        {
            { NeedsLogin: true } => new Trouble(TroubleAction.WaitForLogin, "Garmin wants a person to log in again."),
            { RateLimitedUntil: { } until } when until > clock.GetUtcNow() => new Trouble(TroubleAction.WaitOutRateLimit, "Garmin limits the requests of this account.", until),
            _ => null,
        };
    }

    private IQueryable<GarminAccount> Account(SyncJob job) => db.Set<GarminAccount>().Where(account => account.UserId == job.UserId);
}
