using GarminSync.Contracts;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>Who is being erased. Whoever would make a row for a user asks here first.</summary>
internal sealed class UserErasures(OutboxDbContext db, TimeProvider clock)
{
    /// <summary>The erasure of a user, under way or ended not long ago; null when there is none.</summary>
    public Task<UserErasure?> FindAsync(string userId, CancellationToken cancellationToken) => Of(userId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether the user is being erased at this moment.</summary>
    public Task<bool> IsUnderWayAsync(string userId, CancellationToken cancellationToken) => Of(userId).AnyAsync(erasure => erasure.ErasedAt == null, cancellationToken);

    /// <summary>Whether the user is being erased, or was and has not been linked again.</summary>
    public Task<bool> IsErasedAsync(string userId, CancellationToken cancellationToken) => Of(userId).AnyAsync(cancellationToken);

    /// <summary>Begins an erasure, or finds the one that is under way. Counts when the caller's unit of work is committed; starts its transaction.</summary>
    public async Task<UserErasure> BeginAsync(string userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.BeginAsync(cancellationToken);
        await ForgetEndedAsync(userId, cancellationToken);
        // Of two that are asked for at once the later waits here for the first, and then finds it.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO user_erasure (user_id, requested_at, due_at, tries) VALUES ({userId}, {now}, {now}, 0) ON CONFLICT DO NOTHING", cancellationToken);
        return await Of(userId).AsNoTracking().SingleAsync(cancellationToken);
    }

    /// <summary>Forgets that the user was once erased, because he is back.</summary>
    public Task ForgetEndedAsync(string userId, CancellationToken cancellationToken) =>
        Of(userId).Where(erasure => erasure.ErasedAt != null).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Why anything else is refused meanwhile.</summary>
    public static SyncRefused Refusal(string userId) => new() { Reason = SyncRefusals.BeingErased, Detail = Words(userId) };

    /// <summary>The same as a sentence.</summary>
    public static string Words(string? userId) =>
        $"User {userId} is being erased; GET /api/garmin/users/{userId}/erasure says how far that is. When it is done, the account can be linked again, as a new one.";

    private IQueryable<UserErasure> Of(string userId) => db.Set<UserErasure>().Where(erasure => erasure.UserId == userId);
}
