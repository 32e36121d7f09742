using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>Counts the attempts to log in, by account name and by address.</summary>
internal sealed class LoginLimits(IOptions<LoginLimitOptions> options) : IAsyncDisposable
{
    // All names and addresses share this many counters, so that a flood of them cannot fill the memory. Which ones share a counter differs in each process.
    private const int Counters = 1 << 16;
    private const int SegmentsOfWindow = 5;

    private readonly PartitionedRateLimiter<string> _accounts = Limiter(options.Value.AttemptsPerAccount, options.Value.Window);
    private readonly PartitionedRateLimiter<string> _addresses = Limiter(options.Value.AttemptsPerAddress, options.Value.Window);

    /// <summary>Counts an attempt.</summary>
    /// <param name="account">The account's name, or the pending login's id; null when the call names neither.</param>
    /// <param name="address">Where it came from.</param>
    /// <returns>Null when the attempt may be made; otherwise how long to wait.</returns>
    public TimeSpan? Count(string? account, IPAddress? address)
    {
        using var byAddress = _addresses.AttemptAcquire(NetworkOf(address));
        if (!byAddress.IsAcquired)
        {
            return WaitOf(byAddress);
        }

        if (account is null)
        {
            return null;
        }

        using var byAccount = _accounts.AttemptAcquire(account.Trim());
        return byAccount.IsAcquired ? null : WaitOf(byAccount);
    }

    public async ValueTask DisposeAsync()
    {
        await _accounts.DisposeAsync();
        await _addresses.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> Limiter(int attempts, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, int>(name => RateLimitPartition.GetSlidingWindowLimiter(
            (int)((uint)StringComparer.OrdinalIgnoreCase.GetHashCode(name) % Counters),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = attempts, Window = window, SegmentsPerWindow = SegmentsOfWindow, QueueLimit = 0 }));

    private static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);

    // Who has one IPv6 address has the whole /64 around it.
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
