using GarminSync.Outbox;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to renew an account's tokens, held by one process at a time.</summary>
internal sealed partial class RenewalLease(OwnUnitOfWork work, TimeProvider clock, ILogger<RenewalLease> logger)
{
    /// <summary>Waits for the lease. Dispose the result to give it back.</summary>
    /// <exception cref="InvalidOperationException">The state store does not know the account.</exception>
    public async Task<HeldLease> TakeAsync(string userId, CancellationToken cancellationToken)
    {
        var lease = new RowLease<GarminAccount>(work, clock)
        {
            Wanted = (accounts, _) => accounts.Where(row => row.UserId == userId),
            Until = row => row.RenewalLeaseUntil,
            Owners = [new(row => row.RenewalLeaseOwner, Guid.NewGuid())],
            Length = TimeSpan.FromSeconds(20),
            Failed = exception => LogNotSet(userId, exception),
        };
        return await lease.TakeAsync(cancellationToken) ?? throw new InvalidOperationException($"The state store has no account of user {userId}.");
    }

    [LoggerMessage(2111, LogLevel.Warning, "The lease for the renewal of user {UserId}'s tokens could not be prolonged or given back; it runs out")]
    private partial void LogNotSet(string userId, Exception exception);
}
