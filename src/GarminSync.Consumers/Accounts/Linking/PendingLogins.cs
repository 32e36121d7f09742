using System.Text.Json;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// The logins that wait for a code. Writes at once, in units of work of its own: Garmin sends a code once and takes it once, even if the message that brought it
/// fails later.
/// </summary>
internal sealed class PendingLogins(IServiceScopeFactory scopes, SecretSealer sealer, IOptions<AccountOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    // Trying a code takes a second or two. If it ever takes longer than this, another may be tried beside it; Garmin accepts only one.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    /// <summary>Keeps a login, and drops any other login of the same account that waits.</summary>
    public async Task<PendingLogin> StartAsync(PendingLoginState state)
    {
        var key = AccountName.KeyOf(state.UserName);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var login = new PendingLogin
        {
            LoginId = Guid.NewGuid().ToString(),
            AccountName = key,
            SealedState = Seal(state),
            ExpiresAt = await db.NowAsync(clock, CancellationToken.None) + options.Value.PendingLoginLifetime,
        };
        await db.BeginAsync(CancellationToken.None);
        await db.Set<PendingLogin>().Where(other => other.AccountName == key).ExecuteDeleteAsync(CancellationToken.None);
        db.Add(login);
        await db.CommitAsync(CancellationToken.None);
        return login;
    }

    /// <summary>Whether a login of the account waits for its code. If another login were sent, that code would stop working.</summary>
    public async Task<bool> WaitsAsync(string userName, CancellationToken cancellationToken)
    {
        var (key, now) = (AccountName.KeyOf(userName), await NowAsync(cancellationToken));
        return await InScopeAsync(logins => logins.AnyAsync(login => login.AccountName == key && login.ExpiresAt > now, cancellationToken));
    }

    /// <summary>Takes a login to try one code; waits while another code is being tried. Null when there is no login with this id, or it has expired.</summary>
    public async Task<PendingLogin?> TakeAsync(string loginId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await NowAsync(cancellationToken);
            if (!await InScopeAsync(logins => logins.AnyAsync(login => login.LoginId == loginId && login.ExpiresAt > now, cancellationToken)))
            {
                return null;
            }

            var taken = await InScopeAsync(logins => logins
                .Where(login => login.LoginId == loginId && login.ExpiresAt > now && (login.BusyUntil == null || login.BusyUntil < now))
                .ExecuteUpdateAsync(row => row.SetProperty(login => login.BusyUntil, now + Turn), cancellationToken));
            if (taken == 1)
            {
                return await InScopeAsync(logins => logins.AsNoTracking().SingleOrDefaultAsync(login => login.LoginId == loginId, cancellationToken));
            }

            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }
    }

    public PendingLoginState Open(PendingLogin login) => JsonSerializer.Deserialize<PendingLoginState>(sealer.Open(login.SealedState))!;

    /// <summary>Lets the next code be tried.</summary>
    public Task ReleaseAsync(PendingLogin login) => InScopeAsync(logins => logins.Where(row => row.LoginId == login.LoginId)
        .ExecuteUpdateAsync(row => row.SetProperty(pending => pending.BusyUntil, (DateTimeOffset?)null), CancellationToken.None));

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

        await InScopeAsync(logins => logins.Where(row => row.LoginId == login.LoginId).ExecuteDeleteAsync(CancellationToken.None));
        return false;
    }

    /// <summary>Ends a login in the caller's unit of work, together with its other changes.</summary>
    public static async Task EndAsync(PendingLogin login, StateDb db, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        await db.Set<PendingLogin>().Where(row => row.LoginId == login.LoginId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Seals with the current key what an older key sealed. A login that changes meanwhile is left alone: it has just been sealed by its own process, and ends within
    /// <see cref="AccountOptions.PendingLoginLifetime"/>.
    /// </summary>
    public async Task ResealAsync(CancellationToken cancellationToken)
    {
        foreach (var login in await InScopeAsync(logins => logins.AsNoTracking().ToListAsync(cancellationToken)))
        {
            if (!sealer.IsCurrent(login.SealedState))
            {
                var resealed = sealer.Seal(sealer.Open(login.SealedState));
                await InScopeAsync(logins => logins.Where(row => row.LoginId == login.LoginId && row.SealedState == login.SealedState)
                    .ExecuteUpdateAsync(row => row.SetProperty(pending => pending.SealedState, resealed), cancellationToken));
            }
        }
    }

    /// <summary>Deletes the logins that nobody finished in time.</summary>
    public async Task<int> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        var now = await NowAsync(cancellationToken);
        return await InScopeAsync(logins => logins.Where(login => login.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken));
    }

    private Task<int> WriteAsync(PendingLogin login, PendingLoginState state, int tries)
    {
        var sealedState = Seal(state);
        return InScopeAsync(logins => logins.Where(row => row.LoginId == login.LoginId).ExecuteUpdateAsync(
            row => row.SetProperty(pending => pending.SealedState, sealedState).SetProperty(pending => pending.Tries, tries), CancellationToken.None));
    }

    private string Seal(PendingLoginState state) => sealer.Seal(JsonSerializer.Serialize(state));

    private async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StateDb>().NowAsync(clock, cancellationToken);
    }

    private async Task<T> InScopeAsync<T>(Func<IQueryable<PendingLogin>, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<StateDb>().Set<PendingLogin>());
    }
}
