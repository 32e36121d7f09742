using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>The only writer of an account's row. What it writes belongs to the caller's unit of work, and counts when that is committed.
/// The columns of the renewal's lease are an exception: <see cref="RenewalLease"/> has them.</summary>
/// <remarks>
/// The lock: an UPDATE locks its row until the transaction ends, even one that sets a column to the value it has. So a method that must decide on what is in the row
/// writes first and reads second: on PostgreSQL a second caller waits at its own UPDATE, and then reads what the first has committed. <c>SELECT … FOR UPDATE</c> would say
/// so in plainer words, but SQLite does not know it; there the transaction itself is the lock. Every method that relies on the lock starts the transaction.
/// </remarks>
internal sealed class AccountStates(OutboxDbContext db, TimeProvider clock)
{
    private static readonly BackOff TokenTries = new(TimeSpan.FromHours(1), TimeSpan.FromHours(24));

    /// <summary>Locks the row and reads it; null when there is none.</summary>
    public async Task<GarminAccount?> LockAsync(string userId, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        await Row(userId).ExecuteUpdateAsync(row => row.SetProperty(account => account.NeedsLogin, account => account.NeedsLogin), cancellationToken);
        return await Row(userId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes a row for an account that only CentralDB knew, and saves it.</summary>
    public async Task<GarminAccount> TakeOverAsync(string userId, string userName, DateTimeOffset? tokenExpiresAt, CancellationToken cancellationToken)
    {
        var account = new GarminAccount { UserId = userId, UserName = userName, Linked = true, LinkedAt = clock.GetUtcNow(), TokenExpiresAt = tokenExpiresAt };
        db.Add(account);
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    /// <summary>Notes that the account is linked and needs no login; makes the row when there is none.</summary>
    /// <param name="displayName">Null leaves the one that is known.</param>
    public async Task LinkAsync(string userId, string userName, string? displayName, DateTimeOffset tokenExpiresAt, CancellationToken cancellationToken)
    {
        var account = await FindAsync(userId, cancellationToken);
        if (account is null)
        {
            account = new GarminAccount { UserId = userId };
            db.Add(account);
        }
        else
        {
            // To be written even if it was false when read: work that still had the old tokens may be setting it at this moment.
            db.Entry(account).Property(known => known.NeedsLogin).IsModified = true;
        }

        account.UserName = userName;
        account.DisplayName = displayName ?? account.DisplayName;
        account.Linked = true;
        account.NeedsLogin = false;
        account.NextTokenTryAt = null;
        account.LinkedAt = clock.GetUtcNow();
        account.TokenExpiresAt = tokenExpiresAt;
    }

    /// <summary>Notes that the account has no tokens any more. The row stays, because jobs refer to it.</summary>
    public async Task UnlinkAsync(string userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, cancellationToken) is { } account)
        {
            account.Linked = false;
            account.TokenExpiresAt = null;
        }
    }

    /// <summary>Makes the job the account's active one if there is none. Returns whether it is.</summary>
    public async Task<bool> TakeTurnAsync(string userId, Guid jobId, CancellationToken cancellationToken)
    {
        // Written even when another job has the turn: the lock holds that job's end back until this one is committed, so that it finds this one waiting.
        await db.BeginAsync(cancellationToken);
        await Row(userId).ExecuteUpdateAsync(row => row.SetProperty(account => account.ActiveJobId, account => account.ActiveJobId ?? jobId), cancellationToken);
        return await Row(userId).Select(account => account.ActiveJobId).SingleOrDefaultAsync(cancellationToken) == jobId;
    }

    /// <summary>Ends the job's turn. Does nothing when another job has the turn.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="synced">Whether it went to its end, with or without errors: then this is the account's last sync.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EndTurnAsync(string userId, Guid jobId, bool synced, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.BeginAsync(cancellationToken);
        await Row(userId).Where(account => account.ActiveJobId == jobId).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.ActiveJobId, (Guid?)null).SetProperty(account => account.LastSyncAt, account => synced ? now : account.LastSyncAt),
            cancellationToken);
    }

    /// <summary>
    /// Notes that a person has to log in. Returns false when that is noted already, when the account is not linked any more, or when it was linked after
    /// <paramref name="askedAt"/>: what failed then had the old tokens.
    /// </summary>
    public async Task<bool> NeedLoginAsync(string userId, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        var nextTry = clock.GetUtcNow() + TokenTries.After(1);
        return await Row(userId).Where(account => account.Linked && !account.NeedsLogin && account.LinkedAt <= askedAt).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.NeedsLogin, true)
                .SetProperty(account => account.NextTokenTryAt, nextTry)
                .SetProperty(account => account.TokenTries, 0),
            cancellationToken) == 1;
    }

    /// <summary>Takes the right to try the tokens of an account that needs a login. Returns false when it is not due, or another process has taken it. Written at once.</summary>
    public async Task<bool> TryTokensAsync(string userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tries = await Row(userId).Where(account => account.NeedsLogin && (account.NextTokenTryAt == null || account.NextTokenTryAt <= now)).Select(account => (int?)account.TokenTries).SingleOrDefaultAsync(cancellationToken);
        return tries is { } before && await Row(userId).Where(account => account.NeedsLogin && account.TokenTries == before).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.NextTokenTryAt, now + TokenTries.After(before + 2)).SetProperty(account => account.TokenTries, before + 1), cancellationToken) == 1;
    }

    /// <summary>Notes that the tokens work again. Written at once.</summary>
    public Task NeedNoLoginAsync(string userId, CancellationToken cancellationToken) => Row(userId).ExecuteUpdateAsync(
        row => row.SetProperty(account => account.NeedsLogin, false).SetProperty(account => account.NextTokenTryAt, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Notes that Garmin gets no request of this account before a time.</summary>
    /// <param name="until">UTC.</param>
    /// <param name="inRow">How many pauses there were in a row, with this one.</param>
    public async Task PauseAsync(string userId, DateTimeOffset? until, int inRow, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        await Row(userId).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RateLimitedUntil, until).SetProperty(account => account.RateLimitsInRow, inRow), cancellationToken);
    }

    /// <summary>Ends the row of pauses, once the last one is over: the next will be a short one.</summary>
    public async Task ForgetPausesAsync(string userId, CancellationToken cancellationToken)
    {
        // Work that was under way when the pause began may still end well; that says nothing about the limit.
        var now = clock.GetUtcNow();
        if (await db.Set<GarminAccount>().SingleOrDefaultAsync(
            row => row.UserId == userId && row.RateLimitsInRow > 0 && row.RateLimitedUntil <= now, cancellationToken) is { } account)
        {
            account.RateLimitsInRow = 0;
        }
    }

    /// <summary>Notes the athlete's name at Garmin, which is part of the addresses of health data.</summary>
    public async Task NoteDisplayNameAsync(string userId, string displayName, CancellationToken cancellationToken) =>
        (await FindAsync(userId, cancellationToken))?.DisplayName = displayName;

    /// <summary>Notes the athlete's offset from UTC, in seconds.</summary>
    public async Task NoteUtcOffsetAsync(string userId, int seconds, CancellationToken cancellationToken) =>
        (await FindAsync(userId, cancellationToken))?.UtcOffsetSeconds = seconds;

    /// <summary>Keeps renewed tokens, sealed, until CentralDB has them; null forgets them. Written at once.</summary>
    public Task KeepUnsavedTokensAsync(string userId, string? sealedTokens, CancellationToken cancellationToken) =>
        Row(userId).ExecuteUpdateAsync(row => row.SetProperty(account => account.UnsavedTokens, sealedTokens), cancellationToken);

    /// <summary>Deletes the row: the last thing that is erased of a user. Starts the transaction.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        await Row(userId).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<GarminAccount?> FindAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<GarminAccount>().SingleOrDefaultAsync(account => account.UserId == userId, cancellationToken);

    private IQueryable<GarminAccount> Row(string userId) => db.Set<GarminAccount>().Where(account => account.UserId == userId);
}
