using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>Deletes jobs that ended long ago, with their items. The newest one of each account stays.</summary>
internal sealed partial class EndedJobsCleanUp(
    IServiceScopeFactory scopes, IOptions<SyncOptions> options, TimeProvider clock, ILogger<EndedJobsCleanUp> logger)
    : RepeatedWork(TimeSpan.FromHours(1), clock)
{
    // A first sync may have thousands of items.
    private const int JobsPerTransaction = 10;

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await DeleteSomeAsync(cancellationToken) == JobsPerTransaction)
        {
            // In small transactions, so that message handlers are not locked out.
        }
    }

    private async Task<int> DeleteSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        await db.BeginAsync(cancellationToken);
        var jobs = await OldAsync(db, (Clock.GetUtcNow() - options.Value.KeepEndedJobs).UtcDateTime, cancellationToken);
        await db.Set<WorkItem>().Where(item => jobs.Contains(item.JobId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<JoinedRequest>().Where(request => jobs.Contains(request.JobId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SyncJob>().Where(job => jobs.Contains(job.CorrelationId)).ExecuteDeleteAsync(cancellationToken);
        await db.CommitAsync(cancellationToken);
        return jobs.Count;
    }

    // In an order, so that they are found by the index. Locked, so that nobody retries them meanwhile; on SQLite the whole database is locked.
    private static async Task<List<Guid>> OldAsync(StateDb db, DateTime before, CancellationToken cancellationToken)
    {
        var old = $$"""
            SELECT {{db.ColumnsOf<SyncJob>()}} FROM sync_job AS job WHERE finished_at < {0} AND EXISTS (
                SELECT 1 FROM sync_job AS newer WHERE newer.user_id = job.user_id AND newer.requested_at > job.requested_at AND newer.finished_at IS NOT NULL)
            ORDER BY finished_at LIMIT {1}
            """;
        var rows = await db.Set<SyncJob>().FromSqlRaw(db.IsSqlite ? old : $"{old} FOR UPDATE SKIP LOCKED", before, JobsPerTransaction)
            .AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(job => job.CorrelationId)];
    }

    [LoggerMessage(3012, LogLevel.Warning, "Jobs that ended long ago could not be deleted; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
