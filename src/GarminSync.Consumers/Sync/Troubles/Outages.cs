using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// What is everybody's trouble now. While it lasts the process asks with one item of one account at a time, less and less often; all other work is put off without a
/// request. It ends by itself with the first answer.
/// </summary>
internal sealed partial class Outages(IOptions<SyncOptions> options, TimeProvider clock, ILogger<Outages> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Outage> _current = new(StringComparer.Ordinal);

    // The last two accounts that Garmin answered, and when.
    private (string Account, DateTimeOffset At) _answered, _answeredBefore;

    public IReadOnlyList<Outage> Current
    {
        get
        {
            lock (_lock)
            {
                return [.. _current.Values];
            }
        }
    }

    /// <summary>Null: go ahead. Else what the work has to wait for. Who goes ahead after a pause asks for all others, who wait on.</summary>
    public Trouble? HoldUp()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_current.Values.FirstOrDefault(outage => outage.Until > now) is { } current)
            {
                return new Trouble(TroubleAction.Wait, current.Reason, current.Until, IsOutage: true);
            }

            foreach (var (service, outage) in _current)
            {
                _current[service] = outage with { Until = now + options.Value.OutagePause(outage.Failures), AskedSince = now };
            }

            return null;
        }
    }

    /// <summary>A service is away for everybody, or still is. Returns until when nobody asks it.</summary>
    /// <param name="service">Which.</param>
    /// <param name="reason">Why, for a person.</param>
    /// <param name="began">When the work began that met it. Of many that were under way when it went away, one counts.</param>
    public DateTimeOffset Begin(string service, string reason, DateTimeOffset began)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_current.TryGetValue(service, out var outage))
            {
                outage = new Outage(service, now, now, now, 0, reason);
                LogBegun(service, reason);
            }
            else if (began < outage.AskedSince)
            {
                return outage.Until;
            }

            var failures = outage.Failures + 1;
            return (_current[service] = outage with { Failures = failures, Until = now + options.Value.OutagePause(failures), Reason = reason }).Until;
        }
    }

    /// <summary>A service has answered.</summary>
    public void End(string service)
    {
        lock (_lock)
        {
            if (_current.Remove(service, out var outage))
            {
                LogEnded(service, clock.GetUtcNow() - outage.Since);
            }
        }
    }

    /// <summary>Garmin has answered an account.</summary>
    public void GarminAnswered(string account)
    {
        End(Outage.Garmin);
        lock (_lock)
        {
            _answeredBefore = _answered.Account == account ? _answeredBefore : _answered;
            _answered = (account, clock.GetUtcNow());
        }
    }

    /// <summary>Whether Garmin has answered another account since then: so it is not away for everybody.</summary>
    public bool GarminAnsweredAnother(string? account, DateTimeOffset since)
    {
        lock (_lock)
        {
            return (_answered.Account == account ? _answeredBefore : _answered) is { Account: not null } another && another.At >= since;
        }
    }

    [LoggerMessage(3041, LogLevel.Warning, "{Service} is away: {Reason} Jobs pause and go on by themselves")]
    private partial void LogBegun(string service, string reason);

    [LoggerMessage(3042, LogLevel.Information, "{Service} is back after {Duration}")]
    private partial void LogEnded(string service, TimeSpan duration);
}
