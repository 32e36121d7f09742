using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>Limits the calls of each account within this process: how many at once, and how many requests a second.</summary>
internal sealed class GarminPoliteness(IOptions<GarminOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _inFlight = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetConcurrencyLimiter(account, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.ConcurrencyPerAccount,
            QueueLimit = int.MaxValue,
        }));

    private readonly PartitionedRateLimiter<string> _perSecond = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetTokenBucketLimiter(account, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, (int)Math.Ceiling(options.Value.RequestsPerSecond)),
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / options.Value.RequestsPerSecond),
            QueueLimit = int.MaxValue,
        }));

    /// <summary>Waits until the account may begin another call. Disposing of the result ends the call.</summary>
    public async Task<IDisposable> EnterAsync(string accountKey, CancellationToken cancellationToken) =>
        await _inFlight.AcquireAsync(accountKey, cancellationToken: cancellationToken);

    /// <summary>Waits until the account may send its next request. A repeat of a request is a request.</summary>
    public async Task WaitForTurnAsync(GarminSession session, CancellationToken cancellationToken)
    {
        // One after the other: together they may be more than the limiter ever has.
        for (var turns = Math.Max(1, session.TurnsPerRequest()); turns > 0; turns--)
        {
            using var turn = await _perSecond.AcquireAsync(session.AccountKey, cancellationToken: cancellationToken);
        }
    }

    public void Dispose()
    {
        _inFlight.Dispose();
        _perSecond.Dispose();
    }
}
