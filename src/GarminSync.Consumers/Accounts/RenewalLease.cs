using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to renew an account's tokens, held by one process at a time; of a process that dies it runs out.</summary>
internal sealed class RenewalLease(IServiceScopeFactory scopes, TimeProvider clock)
{
    // Longer than a refresh and a login can take together with their time-outs.
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lease. Dispose of the result to give it back.</summary>
    public async Task<IAsyncDisposable> TakeAsync(string userId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var until = clock.GetUtcNow() + Length;
            if (await UpdateAsync(userId, until, free: true, cancellationToken) == 1)
            {
                return new Held(this, userId);
            }

            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }
    }

    private async Task<int> UpdateAsync(string userId, DateTimeOffset? until, bool free, CancellationToken cancellationToken)
    {
        // A scope of its own: the caller's context may hold changes that are not to be saved yet.
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<StateDb>().Set<GarminAccount>()
            .Where(account => account.UserId == userId && (!free || account.RenewalLeaseUntil == null || account.RenewalLeaseUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.RenewalLeaseUntil, until), cancellationToken);
    }

    private sealed class Held(RenewalLease lease, string userId) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await lease.UpdateAsync(userId, until: null, free: false, CancellationToken.None);
    }
}
