using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Tries the stored tokens of accounts that wait for a login now and then: another program may have put working ones into CentralDB, or Garmin may have changed its
/// mind. No password is sent. Jobs that wait for the login look for its end by themselves.
/// </summary>
internal sealed partial class LoginRechecks(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LoginRechecks> logger) : RepeatedWork(TimeSpan.FromMinutes(5), clock)
{
    private const int Most = 50;

    private readonly TimeProvider _clock = clock;

    protected override Task WorkAsync(CancellationToken cancellationToken) => RecheckAsync(cancellationToken);

    /// <summary>Tries the accounts that are due. Of several processes one tries each.</summary>
    internal async Task RecheckAsync(CancellationToken cancellationToken)
    {
        foreach (var userId in await DueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<AccountStates>().TryTokensAsync(userId, cancellationToken) && await WorkAsync(scope, userId, cancellationToken))
            {
                await scope.ServiceProvider.GetRequiredService<AccountStates>().NeedNoLoginAsync(userId, cancellationToken);
                LogWorks(userId);
            }
        }
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = _clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<StateDb>().Set<GarminAccount>()
            .Where(account => account.Linked && account.NeedsLogin
                && (account.NextTokenTryAt == null || account.NextTokenTryAt <= now)
                && (account.RateLimitedUntil == null || account.RateLimitedUntil <= now))
            .OrderBy(account => account.NextTokenTryAt)
            .Select(account => account.UserId)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> WorkAsync(AsyncServiceScope scope, string userId, CancellationToken cancellationToken)
    {
        try
        {
            var session = await scope.ServiceProvider.GetRequiredService<GarminSessions>().OpenWithoutPasswordAsync(userId, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<GarminConnectClient>().GetProfileAsync(session, cancellationToken);
            return true;
        }
        catch (Exception exception) when (
            exception is GarminException or LoginBlockedException or CentralDbUnreachableException or CentralDbRejectedException or UnsealException)
        {
            LogStillNeeded(userId, exception.Message);
            return false;
        }
    }

    [LoggerMessage(2121, LogLevel.Information, "The tokens of user {UserId} work again; no login is needed")]
    private partial void LogWorks(string userId);

    [LoggerMessage(2122, LogLevel.Debug, "User {UserId} still has to log in: {Reason}")]
    private partial void LogStillNeeded(string userId, string reason);

    [LoggerMessage(2123, LogLevel.Warning, "The accounts that wait for a login could not be looked up; tried again shortly")]
    protected override partial void LogFailed(Exception exception);
}
