using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// The right to renew an account's tokens, held by one process at a time. Its holder prolongs it as long as it lives; of a process that dies it
/// soon runs out.
/// </summary>
internal sealed partial class RenewalLease(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenewalLease> logger)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProlongEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the lease. Dispose of the result to give it back.</summary>
    public async Task<IAsyncDisposable> TakeAsync(string userId, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        while (!await TryTakeAsync(userId, owner, cancellationToken))
        {
            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }

        return new Held(this, userId, owner);
    }

    private Task<bool> TryTakeAsync(string userId, Guid owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(
            account => account.Where(row => row.UserId == userId && (row.RenewalLeaseUntil == null || row.RenewalLeaseUntil < now)), owner, now + Length, cancellationToken);
    }

    // Only the owner's: a process that was held up for too long must not touch the lease of the one after it.
    private Task<bool> SetAsync(string userId, Guid owner, DateTimeOffset? until, CancellationToken cancellationToken) =>
        UpdateAsync(account => account.Where(row => row.UserId == userId && row.RenewalLeaseOwner == owner), owner, until, cancellationToken);

    private async Task<bool> UpdateAsync(
        Func<IQueryable<GarminAccount>, IQueryable<GarminAccount>> which, Guid owner, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        // A scope of its own: the caller's context may hold changes that are not to be saved yet.
        await using var scope = scopes.CreateAsyncScope();
        return await which(scope.ServiceProvider.GetRequiredService<StateDb>().Set<GarminAccount>()).ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RenewalLeaseUntil, until).SetProperty(account => account.RenewalLeaseOwner, owner), cancellationToken) == 1;
    }

    private async Task ProlongAsync(string userId, Guid owner, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ProlongEvery, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await SetAsync(userId, owner, clock.GetUtcNow() + Length, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database, most likely, and then nobody else can take it either.
                LogNotProlonged(userId, exception);
            }
        }
    }

    [LoggerMessage(2111, LogLevel.Warning, "The lease for the renewal of user {UserId}'s tokens could not be prolonged; tried again shortly")]
    private partial void LogNotProlonged(string userId, Exception exception);

    private sealed class Held : IAsyncDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly RenewalLease _lease;
        private readonly string _userId;
        private readonly Guid _owner;
        private readonly Task _prolonging;

        public Held(RenewalLease lease, string userId, Guid owner)
        {
            (_lease, _userId, _owner) = (lease, userId, owner);
            _prolonging = lease.ProlongAsync(userId, owner, _over.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _prolonging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _over.Dispose();
            await _lease.SetAsync(_userId, _owner, until: null, CancellationToken.None);
        }
    }
}
