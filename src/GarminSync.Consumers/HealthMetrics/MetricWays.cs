using System.Net;
using GarminConnect.Client;
using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The requests of one order that are still to be made: by the best call first, by others where that one is of no use, and in parts where a range fails.</summary>
internal sealed class MetricWays(HealthMetricImport import, IEnumerable<MetricEndpoint> usable)
{
    /// <summary>How often an order is tried before a call that does not answer is blamed for it, and not an outage.</summary>
    public const int TriesBeforeBlame = 3;

    // A range, its halves and its quarters: a call that fails for all of them is not kept from answering by single days.
    private const int FailuresOfACall = 7;

    private const int ReasonsTold = 3;

    private readonly List<MetricEndpoint> _usable = [.. usable];
    private readonly LinkedList<MetricRequest> _requests = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<(string Endpoint, DateOnly Day)> _failedDays = [];
    private readonly HashSet<string> _narrowed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _reasons = new(StringComparer.Ordinal);

    /// <summary>Whether no request is left.</summary>
    public bool None => _requests.Count == 0;

    /// <summary>The next request; null when none is left.</summary>
    public MetricRequest? Next()
    {
        if (_requests.First?.Value is not { } next)
        {
            return null;
        }

        _requests.RemoveFirst();
        return next;
    }

    /// <summary>The calls that have values of a metric that this one lacks; none where a usable call gives all of them.</summary>
    public IEnumerable<MetricEndpoint> Complementing(MetricEndpoint endpoint, Metric metric) => _usable.Exists(other => other.AnswersInFull(metric))
        ? []
        : _usable.Where(other => other != endpoint && other.ValuesOf(metric).Except(endpoint.ValuesOf(metric)).Any());

    /// <summary>The call is of no use to this order any more; no request of it is waiting.</summary>
    public void Leave(MetricEndpoint endpoint) => _usable.Remove(endpoint);

    /// <summary>Asks for days in the usable ways. Days that there is no way for fail with the reason; closed days that are to be completed do not.</summary>
    public void AddAll(OpenDays open, string reason, OpenDays? parts = null) =>
        Add(open, _usable, (metric, days) => import.Fail(metric, days, Reason(metric, reason)), parts);

    /// <summary>Makes the request again, next.</summary>
    public void Again(MetricRequest request) => _requests.AddFirst(request);

    /// <summary>The call works.</summary>
    public void Answered(MetricEndpoint endpoint) => _failures[endpoint.Name] = int.MinValue;

    /// <summary>The call is of no use to this order any more: its days are asked for in other ways.</summary>
    public void Close(MetricRequest request, string reason)
    {
        Note(request, reason);
        AddAll(Dropped(request), reason);
    }

    /// <summary>
    /// The request failed by itself. Its halves are asked for, until the day at fault is alone; that day is asked for in other ways, and given up when there is none.
    /// A call that refuses what it is asked, or never answers, is left out at once; a range that may be too long is asked for in shorter ones first.
    /// </summary>
    /// <returns>Whether the call refuses even the shortest range that it should answer, so that it is of no use to the account.</returns>
    public bool Fail(MetricRequest request, GarminException failure)
    {
        Note(request, failure.Message);
        if (OpenOf(request).None)
        {
            // It was to complete closed days, which keep what they have.
            return false;
        }

        if (failure is GarminRejectedException { Status: HttpStatusCode.BadRequest } or EndpointRefusedException && request.Range.Length > request.Endpoint.SafeDays)
        {
            _narrowed.Add(request.Endpoint.Name);
            AddFirst(request.Range.Days.Chunk(request.Endpoint.SafeDays).Select(days => request with { Range = new DayRange(days[0], days[^1]) }));
            return false;
        }

        if (request.Range.Length == 1)
        {
            _failedDays.Add((request.Endpoint.Name, request.Range.From));
        }

        var open = OpenOf(request);
        var others = _usable.Where(endpoint => endpoint != request.Endpoint && !request.Range.Days.All(day => _failedDays.Contains((endpoint.Name, day)))).ToList();
        var hasOthers = request.Metrics.Where(open.Has).All(metric => others.Exists(endpoint => endpoint.Metrics.Contains(metric)));
        var failures = _failures[request.Endpoint.Name] = _failures.GetValueOrDefault(request.Endpoint.Name) + 1;
        var isRefused = failure is EndpointRefusedException && hasOthers;
        var isUseless = failures >= FailuresOfACall || isRefused;
        if (request.Range.Length > 1 && !isUseless)
        {
            var middle = request.Range.From.AddDays(request.Range.Length / 2);
            AddFirst(
            [
                request with { Range = request.Range with { To = middle.AddDays(-1) } },
                request with { Range = request.Range with { From = middle } },
            ]);
            return false;
        }

        Add(isUseless ? Dropped(request) : open, isUseless ? _usable : others, (metric, days) => import.GiveUp(metric, days, Reason(metric, failure.Message)));
        return isRefused;
    }

    /// <summary>The days of a request that are open still.</summary>
    public OpenDays OpenOf(params IEnumerable<MetricRequest> requests)
    {
        var all = import.Open();
        var open = new OpenDays();
        foreach (var (request, metric) in requests.SelectMany(request => request.Metrics, (request, metric) => (request, metric)))
        {
            foreach (var day in all.Within(metric, request.Range))
            {
                open.Add(metric, day);
            }
        }

        return open;
    }

    /// <summary>
    /// Leaves a call out of this order. Returns the open days of the request and of all that are waiting, so that they are planned anew together: what replaces the
    /// call may answer for others too. Requests of calls that had to be divided stay as they are.
    /// </summary>
    private OpenDays Dropped(MetricRequest request)
    {
        _usable.RemoveAll(endpoint => endpoint == request.Endpoint);
        var waiting = _requests.Where(other => other.Endpoint == request.Endpoint || !IsDivided(other.Endpoint)).ToList();
        waiting.ForEach(other => _requests.Remove(other));
        return OpenOf([request, .. waiting]);
    }

    private bool IsDivided(MetricEndpoint endpoint) => _narrowed.Contains(endpoint.Name) || _failures.GetValueOrDefault(endpoint.Name) > 0;

    // The newest in front.
    private void AddFirst(IEnumerable<MetricRequest> oldestFirst)
    {
        foreach (var request in oldestFirst)
        {
            _requests.AddFirst(request);
        }
    }

    private void Note(MetricRequest request, string reason)
    {
        foreach (var metric in request.Metrics)
        {
            if (!_reasons.TryGetValue(metric.Name, out var reasons))
            {
                _reasons[metric.Name] = reasons = [];
            }

            if (!reasons.Contains(reason))
            {
                reasons.Add(reason);
            }
        }
    }

    // What the calls said one after the other; the last word is not always the one that tells most.
    private string Reason(Metric metric, string last) => string.Join(' ', _reasons.GetValueOrDefault(metric.Name)?.TakeLast(ReasonsTold) ?? [last]);

    private void Add(OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints, Action<Metric, IReadOnlyCollection<DateOnly>> fail, OpenDays? parts = null)
    {
        var asked = parts is null ? open : parts.With(open);
        foreach (var request in RequestCover.Take(asked, endpoints, Settlement.InFullFrom(import.Order.Order.PlannedAt)))
        {
            _requests.AddLast(request);
        }

        var range = new DayRange(import.Order.Order.From, import.Order.Order.To);
        foreach (var metric in MetricCatalogue.Metrics.Where(asked.Has))
        {
            if (asked.Within(metric, range).Where(day => open.Contains(metric, day)).ToList() is { Count: > 0 } left)
            {
                fail(metric, left);
            }
        }
    }
}
