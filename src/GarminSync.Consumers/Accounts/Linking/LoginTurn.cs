using GarminSync.Outbox;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to send one login of an account to Garmin, held by one process at a time; with what is known of earlier logins.</summary>
/// <param name="Lease">Given back when this is disposed.</param>
/// <param name="LimitedUntil">No login may be sent before this time; null when one may be sent now.</param>
/// <param name="BlockedUntil">The stored password is not sent before this time; null when there was no block.</param>
/// <param name="NeedsPerson">The stored password was tried already and was not enough.</param>
internal sealed record LoginTurn(HeldLease Lease, DateTimeOffset? LimitedUntil, DateTimeOffset? BlockedUntil, bool NeedsPerson) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Lease.DisposeAsync();
}
