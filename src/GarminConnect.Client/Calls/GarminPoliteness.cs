using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>Holds the calls of each account to so many in flight and so many requests a second, within this process.</summary>
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

    /// <summary>Waits until the account has a call free; the call lasts until the result is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(string accountKey, CancellationToken cancellationToken) =>
        await _inFlight.AcquireAsync(accountKey, cancellationToken: cancellationToken);

    /// <summary>Waits until the account may send its next request. A repeat of a request is a request.</summary>
    public async Task WaitForTurnAsync(string accountKey, CancellationToken cancellationToken)
    {
        using var turn = await _perSecond.AcquireAsync(accountKey, cancellationToken: cancellationToken);
    }

    public void Dispose()
    {
        _inFlight.Dispose();
        _perSecond.Dispose();
    }
}
