using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Events;

/// <summary>Takes the turn to change the order of events; it ends with the transaction.</summary>
internal static class EventFeedLock
{
    public static async Task<EventFeed> LockFeedAsync(this StateDb db, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);

        // On SQLite the transaction has the only write lock already. On PostgreSQL nothing may be composed on it, or the lock would be taken in a subquery.
        var sql = $"SELECT {db.ColumnsOf<EventFeed>()} FROM event_feed WHERE id = {{0}} FOR UPDATE";
        var rows = db.IsSqlite
            ? db.Set<EventFeed>().Where(feed => feed.Id == EventFeed.TheOne)
            : db.Set<EventFeed>().FromSqlRaw(sql, EventFeed.TheOne);
        return (await rows.ToListAsync(cancellationToken)).Single();
    }
}
