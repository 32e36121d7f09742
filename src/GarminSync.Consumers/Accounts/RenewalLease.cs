using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to renew an account's tokens, held by one process at a time.</summary>
internal sealed partial class RenewalLease(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenewalLease> logger)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lease. Dispose of the result to give it back.</summary>
    public async Task<HeldLease> TakeAsync(string userId, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        while (!await TryTakeAsync(userId, owner, cancellationToken))
        {
            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }

        return new HeldLease(Length, length => SetAsync(userId, owner, clock.GetUtcNow() + length), exception => LogNotSet(userId, exception), clock);
    }

    private Task<bool> TryTakeAsync(string userId, Guid owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(
            account => account.Where(row => row.UserId == userId && (row.RenewalLeaseUntil == null || row.RenewalLeaseUntil < now)), owner, now + Length, cancellationToken);
    }

    // Only the owner's: a process that was held up for too long must not touch the lease of the one after it.
    private Task<bool> SetAsync(string userId, Guid owner, DateTimeOffset? until) =>
        UpdateAsync(account => account.Where(row => row.UserId == userId && row.RenewalLeaseOwner == owner), owner, until, CancellationToken.None);

    private async Task<bool> UpdateAsync(
        Func<IQueryable<GarminAccount>, IQueryable<GarminAccount>> which, Guid owner, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        // A scope of its own: the caller's context may hold changes that are not to be saved yet.
        await using var scope = scopes.CreateAsyncScope();
        return await which(scope.ServiceProvider.GetRequiredService<StateDb>().Set<GarminAccount>()).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RenewalLeaseUntil, until).SetProperty(account => account.RenewalLeaseOwner, owner), cancellationToken) == 1;
    }

    [LoggerMessage(2111, LogLevel.Warning, "The lease for the renewal of user {UserId}'s tokens could not be prolonged or given back; it runs out")]
    private partial void LogNotSet(string userId, Exception exception);
}
