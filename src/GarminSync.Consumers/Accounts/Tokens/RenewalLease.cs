using GarminSync.Consumers.State;
using GarminSync.Outbox;
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

        return new HeldLease(Length, length => SetAsync(userId, owner, length), exception => LogNotSet(userId, exception), clock);
    }

    private Task<bool> TryTakeAsync(string userId, Guid owner, CancellationToken cancellationToken) => UpdateAsync(
        (accounts, now) => accounts.Where(row => row.UserId == userId && (row.RenewalLeaseUntil == null || row.RenewalLeaseUntil < now)), owner, Length, cancellationToken);

    // Only the owner's: a process that was held up for too long must not touch the lease of the one after it.
    private Task<bool> SetAsync(string userId, Guid owner, TimeSpan? length) => UpdateAsync(
        (accounts, _) => accounts.Where(row => row.UserId == userId && row.RenewalLeaseOwner == owner), owner, length, CancellationToken.None);

    private async Task<bool> UpdateAsync(
        Func<IQueryable<GarminAccount>, DateTimeOffset, IQueryable<GarminAccount>> which, Guid owner, TimeSpan? length, CancellationToken cancellationToken)
    {
        // A scope of its own: the caller's context may hold changes that are not to be saved yet.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var now = await db.NowAsync(clock, cancellationToken);
        var until = now + length;
        return await which(db.Set<GarminAccount>(), now).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RenewalLeaseUntil, until).SetProperty(account => account.RenewalLeaseOwner, owner), cancellationToken) == 1;
    }

    [LoggerMessage(2111, LogLevel.Warning, "The lease for the renewal of user {UserId}'s tokens could not be prolonged or given back; it runs out")]
    private partial void LogNotSet(string userId, Exception exception);
}
