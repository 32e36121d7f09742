using System.Text.Json;
using GarminSync.Bus.Secrets;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// The logins that wait for a code. Writes at once, in units of work of its own: Garmin sends a code once and takes it once, even if the message that brought it
/// fails later.
/// </summary>
internal sealed partial class PendingLogins(
    OwnUnitOfWork work, SecretSealer sealer, IOptions<AccountOptions> options, TimeProvider clock, ILogger<PendingLogins> logger)
{
    /// <summary>Keeps a login, and drops any other login of the same account that waits.</summary>
    public async Task<PendingLogin> StartAsync(PendingLoginState state)
    {
        var loginId = Guid.NewGuid().ToString();
        var login = new PendingLogin
        {
            LoginId = loginId,
            AccountName = AccountName.KeyOf(state.UserName),
            SealedState = Seal(loginId, state),
            ExpiresAt = await work.NowAsync(CancellationToken.None) + options.Value.PendingLoginLifetime,
        };
        await work.RunAsync(async db =>
        {
            await db.BeginAsync(CancellationToken.None);
            await db.Set<PendingLogin>().Where(other => other.AccountName == login.AccountName).ExecuteDeleteAsync(CancellationToken.None);
            db.Add(login);
            await db.CommitAsync(CancellationToken.None);
        });
        return login;
    }

    /// <summary>Whether a login of the account waits for its code. If another login were sent, that code would stop working.</summary>
    public async Task<bool> WaitsAsync(string userName, CancellationToken cancellationToken)
    {
        var (key, now) = (AccountName.KeyOf(userName), await work.NowAsync(cancellationToken));
        return await OnLoginsAsync(logins => logins.AnyAsync(login => login.AccountName == key && login.ExpiresAt > now, cancellationToken));
    }

    /// <summary>Takes a login to try one code; waits while another code is being tried. Null when there is no login with this id, or it has expired.</summary>
    public async Task<PendingTurn?> TakeAsync(string loginId, CancellationToken cancellationToken)
    {
        // The table has no column for the owner, so it is the exact time written that tells one turn from the next.
        var lease = await new RowLease<PendingLogin>(work, clock)
        {
            Wanted = (logins, now) => logins.Where(login => login.LoginId == loginId && login.ExpiresAt > now),
            Until = login => login.BusyUntil,
            Length = TimeSpan.FromSeconds(30),
            Failed = exception => LogNotHeld(loginId, exception),
        }.TakeAsync(cancellationToken);
        if (lease is null)
        {
            return null;
        }

        var taken = await OnLoginsAsync(logins => logins.AsNoTracking().SingleOrDefaultAsync(login => login.LoginId == loginId, cancellationToken));
        if (taken is null)
        {
            await lease.DisposeAsync();
            return null;
        }

        return new PendingTurn(taken, lease);
    }

    public PendingLoginState Open(PendingLogin login) => JsonSerializer.Deserialize<PendingLoginState>(sealer.Open(login.SealedState, SecretUse.PendingLogin(login.LoginId)))!;

    /// <summary>Keeps what Garmin gave for the code. To be called before anything else is done with it.</summary>
    public Task KeepAsync(PendingLogin login, PendingLoginState state) => WriteAsync(login, state, login.Tries);

    /// <summary>Counts a wrong code. Returns whether another one may be tried; after too many, the login is deleted.</summary>
    public async Task<bool> CountWrongCodeAsync(PendingLogin login, PendingLoginState state)
    {
        var tries = login.Tries + 1;
        if (tries < options.Value.CodeTries)
        {
            await WriteAsync(login, state, tries);
            return true;
        }

        await OnLoginsAsync(logins => logins.Where(row => row.LoginId == login.LoginId).ExecuteDeleteAsync(CancellationToken.None));
        return false;
    }

    /// <summary>
    /// Seals with the current key what an older key sealed, or an older version. A login that changes meanwhile is left alone: it has just been sealed by its own process, and ends within
    /// <see cref="AccountOptions.PendingLoginLifetime"/>.
    /// </summary>
    public async Task ResealAsync(CancellationToken cancellationToken)
    {
        foreach (var login in await OnLoginsAsync(logins => logins.AsNoTracking().ToListAsync(cancellationToken)))
        {
            if (!sealer.IsCurrent(login.SealedState))
            {
                var use = SecretUse.PendingLogin(login.LoginId);
                var resealed = sealer.Seal(sealer.Open(login.SealedState, use), use);
                await OnLoginsAsync(logins => logins.Where(row => row.LoginId == login.LoginId && row.SealedState == login.SealedState)
                    .ExecuteUpdateAsync(row => row.SetProperty(pending => pending.SealedState, resealed), cancellationToken));
            }
        }
    }

    /// <summary>Deletes the logins that nobody finished in time.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = await work.NowAsync(cancellationToken);
        return await OnLoginsAsync(logins => logins.Where(login => login.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken));
    }

    private Task<int> WriteAsync(PendingLogin login, PendingLoginState state, int tries)
    {
        var sealedState = Seal(login.LoginId, state);
        return OnLoginsAsync(logins => logins.Where(row => row.LoginId == login.LoginId).ExecuteUpdateAsync(
            row => row.SetProperty(pending => pending.SealedState, sealedState).SetProperty(pending => pending.Tries, tries), CancellationToken.None));
    }

    private string Seal(string loginId, PendingLoginState state) => sealer.Seal(JsonSerializer.Serialize(state), SecretUse.PendingLogin(loginId));

    private Task<T> OnLoginsAsync<T>(Func<IQueryable<PendingLogin>, Task<T>> act) => work.RunAsync(db => act(db.Set<PendingLogin>()));

    [LoggerMessage(2212, LogLevel.Warning, "The turn of login {LoginId} could not be prolonged or given back; it runs out")]
    private partial void LogNotHeld(string loginId, Exception exception);
}
