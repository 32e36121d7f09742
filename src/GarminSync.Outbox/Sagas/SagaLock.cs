using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Outbox;

/// <summary>Loads a saga instance so that nobody else can change it, or create it, before the transaction ends.</summary>
internal static class SagaLock
{
    public static async Task<TSaga?> LoadAsync<TSaga>(OutboxDbContext db, Guid correlationId, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        if (db.IsSqlite)
        {
            // The transaction already has the only write lock.
            return await db.Set<TSaga>().SingleOrDefaultAsync(saga => saga.CorrelationId == correlationId, cancellationToken);
        }

        if (await LockRowAsync<TSaga>(db, correlationId, cancellationToken) is { } instance)
        {
            return instance;
        }

        // There is no row to lock. Of two first messages, one waits here until the other has committed the row.
        var idLock = BitConverter.ToInt64(correlationId.ToByteArray(), 8);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({idLock})", cancellationToken);
        return await LockRowAsync<TSaga>(db, correlationId, cancellationToken);
    }

    private static async Task<TSaga?> LockRowAsync<TSaga>(OutboxDbContext db, Guid correlationId, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        // Nothing may be composed on it, or the lock would be taken in a subquery.
        var sql = $"SELECT {db.ColumnsOf<TSaga>()} FROM {db.TableOf<TSaga>()} WHERE correlation_id = {{0}} FOR UPDATE";
        var rows = await db.Set<TSaga>().FromSqlRaw(sql, correlationId).ToListAsync(cancellationToken);
        return rows.SingleOrDefault();
    }
}
