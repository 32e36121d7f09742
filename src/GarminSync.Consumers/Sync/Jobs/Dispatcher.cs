using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>Wakes jobs whose back-off, pause or lease has ended. Every process may run one.</summary>
internal sealed partial class Dispatcher(IServiceScopeFactory scopes, TimeProvider clock, IOptions<SyncOptions> options, ILogger<Dispatcher> logger)
    : RepeatedWork(options.Value.DispatchInterval, clock)
{
    private const int BatchSize = 100;

    protected override Task WorkAsync(CancellationToken cancellationToken) => DispatchAsync(cancellationToken);

    /// <summary>Wakes all jobs that are due now.</summary>
    internal async Task DispatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var now = Clock.GetUtcNow();
        if (await NextAsync(db, cancellationToken) is not { } next || next > now)
        {
            return;
        }

        await db.BeginAsync(cancellationToken);
        var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
        foreach (var job in await DueAsync(db, now, cancellationToken))
        {
            await outbox.Publisher.Publish(new WorkDue { JobId = job.CorrelationId }, cancellationToken);

            // Keeps other processes from waking it too. The job sets its next time when it handles the message; this is the fallback.
            job.WakeAt = now + options.Value.Lease;
        }

        await outbox.CommitAsync(cancellationToken);
    }

    // The first time, and not whether one has passed: PostgreSQL does not look at the parameter of a prepared statement, takes a third of all jobs for due, and would read the table
    // from its beginning to find one.
    private static Task<DateTimeOffset?> NextAsync(StateDb db, CancellationToken cancellationToken) => db.Set<SyncJob>()
        .Where(job => job.WakeAt != null).OrderBy(job => job.WakeAt).Select(job => job.WakeAt).FirstOrDefaultAsync(cancellationToken);

    private static async Task<List<SyncJob>> DueAsync(StateDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sql = $"SELECT {db.ColumnsOf<SyncJob>()} FROM sync_job WHERE wake_at <= {{0}} ORDER BY wake_at LIMIT {{1}} FOR UPDATE SKIP LOCKED";
        var due = db.IsSqlite
            ? db.Set<SyncJob>().Where(job => job.WakeAt <= now).OrderBy(job => job.WakeAt).Take(BatchSize)
            : db.Set<SyncJob>().FromSqlRaw(sql, now.UtcDateTime, BatchSize);
        return await due.ToListAsync(cancellationToken);
    }

    [LoggerMessage(3011, LogLevel.Warning, "What is due could not be looked up; tried again shortly")]
    protected override partial void LogFailed(Exception exception);
}
