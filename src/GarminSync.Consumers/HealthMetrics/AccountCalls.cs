using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The calls of one order, and what they tell of the account: whether Garmin answers it at all, and under which name.</summary>
internal sealed class AccountCalls(HealthCalls tools, string userId, GarminSession session)
{
    private readonly List<MetricRequest> _notThere = [];
    private string? _name;
    private bool _nameKnown;
    private bool _profileRead;
    private DateTimeOffset _began;
    private GarminNotFoundException? _lastNotFound;

    /// <summary>Makes one call.</summary>
    /// <exception cref="GarminException">See <see cref="GarminHealth"/>.</exception>
    public Task<IReadOnlyList<MetricDay>> AskAsync(MetricRequest request, Action<string, Exception> fault, CancellationToken cancellationToken)
    {
        _began = tools.Clock.GetUtcNow();
        return tools.Garmin.AskAsync(session, request.Endpoint, _name, request.Range, fault, cancellationToken);
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
            _name = await tools.Athletes.KnownDisplayNameAsync(userId, cancellationToken);
            _nameKnown = true;
            if (_name is null)
            {
                await ReadProfileAsync(cancellationToken);
            }
        }

        return _name is not null;
    }

    /// <summary>
    /// Whose trouble the failure of the last call is. Null: the call's own, because Garmin answers the account right after it. Else what the account or everybody
    /// has to wait for.
    /// </summary>
    public Task<Trouble?> WaitsAsync(GarminException failure, CancellationToken cancellationToken) => tools.Judge.WaitsAsync(failure, session, _began, cancellationToken);

    /// <summary>A 404 of a call about a day. An answer that comes after it, to whichever call, shows that it is Garmin's word: a month of such days takes one call more.</summary>
    public void HoldBack(MetricRequest request, GarminNotFoundException notFound)
    {
        _notThere.Add(request);
        _lastNotFound = notFound;
    }

    /// <summary>At the end of an order, when no answer has come after the requests that were held back: as <see cref="WaitsAsync"/> of the last of them.</summary>
    public async Task<Trouble?> WaitsForNotThereAsync(CancellationToken cancellationToken) =>
        _notThere.Count > 0 ? await WaitsAsync(_lastNotFound!, cancellationToken) : null;

    /// <summary>The requests that were held back; they are so no longer.</summary>
    public IReadOnlyList<MetricRequest> TakeNotThere()
    {
        IReadOnlyList<MetricRequest> taken = [.. _notThere];
        _notThere.Clear();
        return taken;
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
        var name = await tools.Athletes.ReadDisplayNameAsync(userId, session, cancellationToken);
        (_profileRead, _nameKnown) = (true, true);
        _name = name ?? _name ?? await tools.Athletes.KnownDisplayNameAsync(userId, cancellationToken);
    }
}
