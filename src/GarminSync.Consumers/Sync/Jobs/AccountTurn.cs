using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Whose turn it is among the jobs of an account, one of which runs at a time; and what keeps the account from Garmin.</summary>
internal sealed class AccountTurn(StateDb db, AccountStates accounts, TimeProvider clock)
{
    /// <summary>Makes the job its account's active one if no other is. Returns whether it is.</summary>
    public Task<bool> TakeAsync(SyncJob job, CancellationToken cancellationToken) => accounts.TakeTurnAsync(job.UserId, job.CorrelationId, cancellationToken);

    /// <summary>Ends the job's turn. Returns the job that has waited longest, which should take it next; null when none waits.</summary>
    public async Task<Guid?> EndAsync(SyncJob job, CancellationToken cancellationToken)
    {
        var synced = job.CurrentState is nameof(SyncJobStateMachine.Completed) or nameof(SyncJobStateMachine.CompletedWithErrors);
        await accounts.EndTurnAsync(job.UserId, job.CorrelationId, synced, cancellationToken);
        return await db.Set<SyncJob>()
            .Where(waiting => waiting.UserId == job.UserId && waiting.CurrentState == nameof(SyncJobStateMachine.Queued) && waiting.CorrelationId != job.CorrelationId)
            .OrderBy(waiting => waiting.RequestedAt)
            .Select(waiting => (Guid?)waiting.CorrelationId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What keeps the whole account from Garmin; null when nothing does.</summary>
    public async Task<Trouble?> TroubleAsync(SyncJob job, CancellationToken cancellationToken)
    {
        // Locked until the job's pause is committed: a login that comes meanwhile finds the paused job, and wakes it.
        return await accounts.LockAsync(job.UserId, cancellationToken) switch
        {
            { NeedsLogin: true } => new Trouble(TroubleAction.WaitForLogin, "Garmin wants a person to log in again."),
            { RateLimitedUntil: { } until } when until > clock.GetUtcNow() => new Trouble(TroubleAction.WaitOutRateLimit, "Garmin limits the requests of this account.", until),
            _ => null,
        };
    }
}
