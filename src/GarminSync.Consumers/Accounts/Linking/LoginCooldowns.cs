using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Keeps all processes from sending logins that would lengthen Garmin's limit: one login of an account at a time, and none during a cooldown. Writes at once, in units
/// of work of its own: a 429 counts even if the message that asked for the login fails later.
/// </summary>
internal sealed partial class LoginCooldowns(
    IServiceScopeFactory scopes, IOptions<AccountOptions> accounts, TimeProvider clock, ILogger<LoginCooldowns> logger)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    // Short, because the others wait that long for a process that died.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Waits until no other login of the account is under way. Dispose the result to let the next one begin.</summary>
    public async Task<LoginTurn> TakeTurnAsync(string userName, CancellationToken cancellationToken)
    {
        var key = AccountName.KeyOf(userName);
        var owner = Guid.NewGuid();
        while (!await TryTakeAsync(key, owner, cancellationToken))
        {
            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }

        var row = await ReadAsync(key, cancellationToken);
        return new LoginTurn(
            new HeldLease(Lease, length => HoldAsync(key, owner, length), LogNotHeld, clock),
            row?.Until > clock.GetUtcNow() ? row.Until : null,
            row?.NeedsPerson ?? false);
    }

    /// <summary>Until when no login of the account is sent; null when one may be.</summary>
    public async Task<DateTimeOffset?> LimitedUntilAsync(string userName, CancellationToken cancellationToken) =>
        (await ReadAsync(AccountName.KeyOf(userName), cancellationToken))?.Until is { } until && until > clock.GetUtcNow() ? until : null;

    /// <summary>Counts a rate limit. Each one in a row doubles the wait. Returns the limit with the wait that applies.</summary>
    public async Task<SignInOutcome> NoteLimitAsync(string userName, SignInOutcome.RateLimited limited)
    {
        var key = AccountName.KeyOf(userName);
        var longest = accounts.Value.LongestCooldown;
        return await InScopeAsync(async db =>
        {
            await db.BeginAsync(CancellationToken.None);
            await EnsureRowAsync(db, key, CancellationToken.None);
            var row = await db.Set<LoginCooldown>().SingleAsync(cooldown => cooldown.AccountName == key, CancellationToken.None);
            var now = clock.GetUtcNow();
            row.Count = row.Until < now - longest ? 1 : row.Count + 1;
            var pause = (limited.Until - now) * Math.Pow(2, Math.Min(row.Count - 1, 10));
            row.Until = now + (pause < longest ? pause : longest);
            await db.CommitAsync(CancellationToken.None);
            return new SignInOutcome.RateLimited(row.Until.Value);
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
            .SetProperty(cooldown => cooldown.NeedsPerson, false),
        CancellationToken.None));

    /// <summary>Deletes the rows that no longer matter.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellationToken) => InScopeAsync(async db =>
    {
        var now = await db.NowAsync(clock, cancellationToken);
        var old = now - accounts.Value.LongestCooldown;
        return await db.Set<LoginCooldown>()
            .Where(row => !row.NeedsPerson && (row.Until == null || row.Until < old) && (row.BusyUntil == null || row.BusyUntil < now))
            .ExecuteDeleteAsync(cancellationToken);
    });

    private Task<int> HoldAsync(string key, Guid owner, TimeSpan? lease) => InScopeAsync(async db =>
    {
        var until = await db.NowAsync(clock, CancellationToken.None) + lease;
        return await db.Set<LoginCooldown>().Where(row => row.AccountName == key && row.BusyOwner == owner)
            .ExecuteUpdateAsync(row => row.SetProperty(cooldown => cooldown.BusyUntil, until), CancellationToken.None);
    });

    private Task<bool> TryTakeAsync(string key, Guid owner, CancellationToken cancellationToken) => InScopeAsync(async db =>
    {
        await EnsureRowAsync(db, key, cancellationToken);
        var now = await db.NowAsync(clock, cancellationToken);
        var until = now + Lease;
        return await db.Set<LoginCooldown>()
            .Where(row => row.AccountName == key && (row.BusyUntil == null || row.BusyUntil < now))
            .ExecuteUpdateAsync(
                row => row.SetProperty(cooldown => cooldown.BusyUntil, until).SetProperty(cooldown => cooldown.BusyOwner, owner), cancellationToken) == 1;
    });

    private Task<LoginCooldown?> ReadAsync(string key, CancellationToken cancellationToken) =>
        InScopeAsync(db => db.Set<LoginCooldown>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountName == key, cancellationToken));

    private Task<int> UpdateAsync(string userName, Func<IQueryable<LoginCooldown>, Task<int>> update)
    {
        var key = AccountName.KeyOf(userName);
        return InScopeAsync(db => update(db.Set<LoginCooldown>().Where(row => row.AccountName == key)));
    }

    private static Task<int> EnsureRowAsync(StateDb db, string key, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO login_cooldown (account_name, count, needs_person) VALUES ({key}, 0, {false}) ON CONFLICT DO NOTHING", cancellationToken);

    private async Task<T> InScopeAsync<T>(Func<StateDb, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<StateDb>());
    }

    [LoggerMessage(2211, LogLevel.Warning, "The turn of a login could not be prolonged or given back; it runs out")]
    private partial void LogNotHeld(Exception exception);
}
