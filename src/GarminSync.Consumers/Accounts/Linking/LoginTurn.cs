using GarminSync.Outbox;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to send one login of an account to Garmin, held by one process at a time; and what is known of the logins before it.</summary>
/// <param name="Lease">Given back when this is disposed of.</param>
/// <param name="LimitedUntil">No login may be sent before; null when one may.</param>
/// <param name="NeedsPerson">The stored password has already been tried in vain.</param>
internal sealed record LoginTurn(HeldLease Lease, DateTimeOffset? LimitedUntil, bool NeedsPerson) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Lease.DisposeAsync();
}
