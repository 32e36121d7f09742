using GarminSync.Outbox;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to renew an account's tokens, held by one process at a time.</summary>
internal sealed partial class RenewalLease(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenewalLease> logger)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lease. Dispose the result to give it back.</summary>
    public async Task<HeldLease> TakeAsync(string userId, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        while (!await TryTakeAsync(userId, owner, cancellationToken))
        {
            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }

        return new HeldLease(Length, length => SetAsync(userId, owner, length), exception => LogNotSet(userId, exception), clock);
    }

    private async Task<bool> TryTakeAsync(string userId, Guid owner, CancellationToken cancellationToken)
    {
        // In a scope of its own, because the caller's context may hold changes that are not to be saved yet.
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountStates>().TryTakeRenewalLeaseAsync(userId, owner, Length, cancellationToken);
    }

    private async Task SetAsync(string userId, Guid owner, TimeSpan? length)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountStates>().SetRenewalLeaseAsync(userId, owner, length, CancellationToken.None);
    }

    [LoggerMessage(2111, LogLevel.Warning, "The lease for the renewal of user {UserId}'s tokens could not be prolonged or given back; it runs out")]
    private partial void LogNotSet(string userId, Exception exception);
}
