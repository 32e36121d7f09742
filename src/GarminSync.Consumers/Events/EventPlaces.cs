using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Events;

/// <summary>Gives committed events their places in the order. Why not the transaction that publishes them does: decision 30.</summary>
internal sealed class EventPlaces(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int EventsPerTransaction = 200;
    private const int MostUsers = 50;

    /// <summary>Places some events, the first ones first. Null when none waits for a place.</summary>
    public async Task<PublicEventsAdded?> PlaceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        if (!await db.Set<PendingEvent>().AnyAsync(cancellationToken))
        {
            return null; // without the lock, which on SQLite is everybody's
        }

        var feed = await db.LockFeedAsync(cancellationToken);
        var pending = await db.Set<PendingEvent>().AsNoTracking().OrderBy(row => row.Seq).Take(EventsPerTransaction).ToListAsync(cancellationToken);
        var before = feed.LastId;
        feed.LastId = Math.Max(before, (await db.NowAsync(clock, cancellationToken)).ToUnixTimeMilliseconds());
        foreach (var row in await WithoutRepeatsAsync(db, pending, cancellationToken))
        {
            db.Add(PlacedEvent.At(++feed.LastId, row));
        }

        var placed = pending.ConvertAll(row => row.Seq);
        await db.Set<PendingEvent>().Where(row => placed.Contains(row.Seq)).ExecuteDeleteAsync(cancellationToken);
        await db.CommitAsync(cancellationToken);
        return new PublicEventsAdded { After = before, Last = feed.LastId, UserIds = UsersOf(pending) };
    }

    // Work that was taken away from a process too early is done twice, and said twice with one message id. Another job that says the same has found it anew, such as
    // a value that changed back.
    private static async Task<List<PendingEvent>> WithoutRepeatsAsync(StateDb db, List<PendingEvent> pending, CancellationToken cancellationToken)
    {
        var ids = pending.ConvertAll(row => row.MessageId);
        var known = await db.Set<PlacedEvent>().Where(row => ids.Contains(row.MessageId)).Select(row => new { row.MessageId, row.JobId }).ToListAsync(cancellationToken);
        var said = known.Select(row => (row.MessageId, row.JobId)).ToHashSet();
        return pending.FindAll(row => said.Add((row.MessageId, row.JobId)));
    }

    private static List<string>? UsersOf(List<PendingEvent> events)
    {
        var users = events.Select(row => row.UserId).OfType<string>().Distinct().ToList();
        return users.Count > MostUsers ? null : users;
    }
}
