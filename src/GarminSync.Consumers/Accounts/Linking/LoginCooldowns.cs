using GarminConnect.Client;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Keeps all processes from sending logins that would lengthen Garmin's limit: one login of an account at a time, and none during a cooldown. Writes at once, in units
/// of work of its own: a 429 counts even if the message that asked for the login fails later.
/// </summary>
internal sealed partial class LoginCooldowns(
    OwnUnitOfWork work, IOptions<AccountOptions> accounts, TimeProvider clock, ILogger<LoginCooldowns> logger)
{
    // Garmin's blocks last from minutes to a day.
    private static readonly TimeSpan FirstBlock = TimeSpan.FromHours(1);

    /// <summary>Waits until no other login of the account is under way. Dispose the result to let the next one begin.</summary>
    public async Task<LoginTurn> TakeTurnAsync(string userName, CancellationToken cancellationToken)
    {
        var key = AccountName.KeyOf(userName);
        HeldLease? lease;
        do
        {
            lease = await LeaseOf(key).TakeAsync(cancellationToken);
        }
        while (lease is null); // the row was deleted as an old one, just after it was looked at

        var row = await ReadAsync(key, cancellationToken);
        return new LoginTurn(lease, row?.Until > clock.GetUtcNow() ? row.Until : null, row?.BlockedUntil, row?.NeedsPerson ?? false);
    }

    /// <summary>Until when no login of the account is sent; null when one may be.</summary>
    public async Task<DateTimeOffset?> LimitedUntilAsync(string userName, CancellationToken cancellationToken) =>
        (await ReadAsync(AccountName.KeyOf(userName), cancellationToken))?.Until is { } until && until > clock.GetUtcNow() ? until : null;

    /// <summary>Counts a rate limit. Each one in a row doubles the wait. Returns the limit with the wait that applies.</summary>
    public async Task<SignInOutcome> NoteLimitAsync(string userName, SignInOutcome.RateLimited limited)
    {
        var key = AccountName.KeyOf(userName);
        var longest = accounts.Value.LongestCooldown;
        return await work.RunAsync(async db =>
        {
            await db.BeginAsync(CancellationToken.None);
            await EnsureRowAsync(db, key, CancellationToken.None);
            var row = await db.Set<LoginCooldown>().SingleAsync(cooldown => cooldown.AccountName == key, CancellationToken.None);
            var now = clock.GetUtcNow();
            row.Count = row.Until < now - longest ? 1 : row.Count + 1;
            row.Until = now + new BackOff(limited.Until - now, longest).After(row.Count);
            await db.CommitAsync(CancellationToken.None);
            return new SignInOutcome.RateLimited(row.Until.Value);
        });
    }

    /// <summary>Counts a block. Each one in a row doubles the wait, up to the longest. Returns until when the stored password is not sent.</summary>
    public async Task<DateTimeOffset> NoteBlockAsync(string userName)
    {
        var key = AccountName.KeyOf(userName);
        return await work.RunAsync(async db =>
        {
            await db.BeginAsync(CancellationToken.None);
            await EnsureRowAsync(db, key, CancellationToken.None);
            var row = await db.Set<LoginCooldown>().SingleAsync(cooldown => cooldown.AccountName == key, CancellationToken.None);
            row.BlockedUntil = clock.GetUtcNow() + new BackOff(FirstBlock, accounts.Value.LongestCooldown).After(++row.Blocks);
            await db.CommitAsync(CancellationToken.None);
            return row.BlockedUntil.Value;
        });
    }

    /// <summary>Notes that the stored password is not enough, and that a person has to log in.</summary>
    public Task NotePersonNeededAsync(string userName) => UpdateAsync(
        userName, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(cooldown => cooldown.NeedsPerson, true), CancellationToken.None));

    /// <summary>A login succeeded: forgets the limit and what else was noted.</summary>
    public Task ForgetAsync(string userName) => UpdateAsync(userName, rows => rows.ExecuteUpdateAsync(
        row => row
            .SetProperty(cooldown => cooldown.Until, (DateTimeOffset?)null)
            .SetProperty(cooldown => cooldown.Count, 0)
            .SetProperty(cooldown => cooldown.BlockedUntil, (DateTimeOffset?)null)
            .SetProperty(cooldown => cooldown.Blocks, 0)
            .SetProperty(cooldown => cooldown.NeedsPerson, false),
        CancellationToken.None));

    /// <summary>Deletes the rows that no longer matter.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellationToken) => work.RunAsync(async db =>
    {
        var now = await db.NowAsync(clock, cancellationToken);
        var old = now - accounts.Value.LongestCooldown;
        return await db.Set<LoginCooldown>()
            .Where(row => !row.NeedsPerson && (row.Until == null || row.Until < old) && (row.BlockedUntil == null || row.BlockedUntil < old) && (row.BusyUntil == null || row.BusyUntil < now))
            .ExecuteDeleteAsync(cancellationToken);
    });

    private RowLease<LoginCooldown> LeaseOf(string key) => new(work, clock)
    {
        Prepare = (db, token) => EnsureRowAsync(db, key, token),
        Wanted = (rows, _) => rows.Where(row => row.AccountName == key),
        Until = row => row.BusyUntil,
        Owners = [new(row => row.BusyOwner, Guid.NewGuid())],
        Length = TimeSpan.FromSeconds(20), // short, because the others wait that long for a process that died
        Failed = LogNotHeld,
    };

    private Task<LoginCooldown?> ReadAsync(string key, CancellationToken cancellationToken) =>
        work.RunAsync(db => db.Set<LoginCooldown>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountName == key, cancellationToken));

    private Task<int> UpdateAsync(string userName, Func<IQueryable<LoginCooldown>, Task<int>> update)
    {
        var key = AccountName.KeyOf(userName);
        return work.RunAsync(db => update(db.Set<LoginCooldown>().Where(row => row.AccountName == key)));
    }

    private static Task<int> EnsureRowAsync(OutboxDbContext db, string key, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO login_cooldown (account_name, count, blocks, needs_person) VALUES ({key}, 0, 0, {false}) ON CONFLICT DO NOTHING", cancellationToken);

    [LoggerMessage(2211, LogLevel.Warning, "The turn of a login could not be prolonged or given back; it runs out")]
    private partial void LogNotHeld(Exception exception);
}
