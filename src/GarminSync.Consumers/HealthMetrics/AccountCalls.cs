using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The calls of one order, and what they tell of the account: whether Garmin answers it at all, and under which name.</summary>
internal sealed class AccountCalls(GarminHealth garmin, AthleteProfiles athletes, string userId, GarminSession session)
{
    private string? _name;
    private bool _nameKnown;
    private bool _profileRead;
    private bool _answered;

    /// <summary>Makes one call.</summary>
    /// <exception cref="GarminException">See <see cref="GarminHealth"/>.</exception>
    public async Task<IReadOnlyList<MetricDay>> AskAsync(MetricRequest request, Action<string, Exception> fault, CancellationToken cancellationToken)
    {
        var days = await garmin.AskAsync(session, request.Endpoint, _name, request.Range, fault, cancellationToken);
        _answered = true;
        return days;
    }

    /// <summary>Whether the address of the call can be made: not when the athlete's name is part of it and the profile has none.</summary>
    public async Task<bool> CanAskAsync(MetricEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.NeedsDisplayName)
        {
            return true;
        }

        if (!_nameKnown)
        {
            _name = await athletes.KnownDisplayNameAsync(userId, cancellationToken);
            _nameKnown = true;
            if (_name is null)
            {
                await ReadProfileAsync(cancellationToken);
            }
        }

        return _name is not null;
    }

    /// <summary>
    /// Returns when Garmin answers this account, so that a refusal is about the call and not about the account, the address of this server, or everybody. Reads
    /// the profile to find out, unless a call of the order was answered.
    /// </summary>
    /// <exception cref="GarminException">It does not: this is what is to be reported.</exception>
    public async Task ProveAsync(CancellationToken cancellationToken)
    {
        if (!_answered)
        {
            await ReadProfileAsync(cancellationToken);
        }
    }

    /// <summary>After a refusal: whether the athlete has another name by now, so that the same call can be made with it. Garmin is asked once an order.</summary>
    /// <exception cref="GarminException">The profile is not to be had.</exception>
    public async Task<bool> IsRenamedAsync(string? before, CancellationToken cancellationToken)
    {
        if (!_profileRead)
        {
            await ReadProfileAsync(cancellationToken);
        }

        return _name is not null && _name != before;
    }

    /// <summary>The name that calls are made with now.</summary>
    public string? Name => _name;

    private async Task ReadProfileAsync(CancellationToken cancellationToken)
    {
        var name = await athletes.ReadDisplayNameAsync(userId, session, cancellationToken);
        (_profileRead, _answered, _nameKnown) = (true, true, true);
        _name = name ?? _name ?? await athletes.KnownDisplayNameAsync(userId, cancellationToken);
    }
}
