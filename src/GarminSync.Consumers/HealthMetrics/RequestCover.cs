using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Covers the open days with few requests: chooses the request that answers the most of them, again and again. That weighs a call that answers ten metrics of
/// one day against one that answers a single metric of a month.
/// </summary>
internal static class RequestCover
{
    /// <summary>The requests, in the order of choice. Days that they answer are taken out of <paramref name="open"/>.</summary>
    /// <param name="open">What to ask for.</param>
    /// <param name="endpoints">The calls that may be made.</param>
    /// <param name="inFullFrom">
    /// From this day on a metric is asked for in full where a call about a single day can do that and no range can; earlier days are content with what a range gives.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<MetricRequest> Take(
        OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints, DateOnly? inFullFrom = null, CancellationToken cancellationToken = default)
    {
        var usable = new Calls(endpoints);
        return [.. TakeInFull(open, usable, inFullFrom, cancellationToken), .. TakeSingles(open, usable, cancellationToken), .. TakeAll(open, usable, _ => true, cancellationToken)];
    }

    /// <summary>The metrics that a call about a range gives in full.</summary>
    public static IReadOnlySet<Metric> InFullByRange(IEnumerable<MetricEndpoint> endpoints) => InFull(endpoints.Where(endpoint => endpoint.MaxDays > 1));

    private static HashSet<Metric> InFull(IEnumerable<MetricEndpoint> endpoints) =>
        [.. endpoints.SelectMany(endpoint => endpoint.Metrics.Where(endpoint.AnswersInFull))];

    private static List<MetricRequest> TakeInFull(OpenDays open, Calls usable, DateOnly? from, CancellationToken cancellationToken)
    {
        if (from is not { } first)
        {
            return [];
        }

        var recent = open.From(first);
        var requests = TakeAll(recent, usable.OnlyInFull(), metric => usable.InFullByDayOnly(metric), cancellationToken);
        foreach (var request in requests)
        {
            Close(open, request);
        }

        return requests;
    }

    // Metrics with a single endpoint first: they leave no choice, and their requests answer other metrics besides.
    private static List<MetricRequest> TakeSingles(OpenDays open, Calls usable, CancellationToken cancellationToken) =>
        [.. usable.Singles.SelectMany(way => TakeAll(open, usable.Only(way.Endpoint), metric => metric == way.Metric, cancellationToken))];

    private static List<MetricRequest> TakeAll(OpenDays open, Calls usable, Func<Metric, bool> wanted, CancellationToken cancellationToken)
    {
        var requests = new List<MetricRequest>();
        var candidates = usable.Endpoints.Select(endpoint => (Endpoint: endpoint, Candidate: Candidate.Of(endpoint, usable, open, wanted))).ToArray();
        // Of equals MaxBy takes the first, so the catalogue's order decides.
        while (candidates.Select(one => one.Candidate).OfType<Candidate>().MaxBy(candidate => candidate.Worth) is { } best)
        {
            cancellationToken.ThrowIfCancellationRequested();
            requests.Add(best.Request);
            Close(open, best.Request);
            // The others are worth what they were.
            for (var i = 0; i < candidates.Length; i++)
            {
                if (candidates[i].Endpoint.Metrics.Any(best.Request.Metrics.Contains))
                {
                    candidates[i].Candidate = Candidate.Of(candidates[i].Endpoint, usable, open, wanted);
                }
            }
        }

        return requests;
    }

    private static void Close(OpenDays open, MetricRequest request)
    {
        foreach (var metric in request.Metrics)
        {
            open.Close(metric, request.Range);
        }
    }

    /// <summary>The calls that may be made, and which of them count for a metric.</summary>
    private sealed record Calls(IReadOnlyCollection<MetricEndpoint> Endpoints)
    {
        private readonly HashSet<Metric> _inFull = InFull(Endpoints);

        // What a range gives in full stays open for it: a part of it does not close the day.
        private readonly IReadOnlySet<Metric> _inFullByRange = InFullByRange(Endpoints);

        /// <summary>Metrics that a single call answers.</summary>
        public IEnumerable<(Metric Metric, MetricEndpoint Endpoint)> Singles => Endpoints.SelectMany(MetricsOf, (endpoint, metric) => (Endpoint: endpoint, Metric: metric))
            .GroupBy(answer => answer.Metric, answer => answer.Endpoint)
            .Where(ways => ways.Count() == 1)
            .Select(way => (way.Key, way.Single()));

        private bool PartsCount { get; init; } = true;

        public Calls Only(MetricEndpoint endpoint) => this with { Endpoints = [endpoint] };

        /// <summary>A part of a metric counts for nothing where another call gives it in full.</summary>
        public Calls OnlyInFull() => this with { PartsCount = false };

        public bool InFullByDayOnly(Metric metric) => _inFull.Contains(metric) && !_inFullByRange.Contains(metric);

        public IEnumerable<Metric> MetricsOf(MetricEndpoint endpoint) =>
            endpoint.Metrics.Where(metric => !(PartsCount ? _inFullByRange : _inFull).Contains(metric) || endpoint.AnswersInFull(metric));
    }

    private sealed record Candidate(MetricRequest Request, int Worth)
    {
        /// <summary>The endpoint's request for the newest open days of the wanted metrics; null when it answers none of them.</summary>
        public static Candidate? Of(MetricEndpoint endpoint, Calls usable, OpenDays open, Func<Metric, bool> wanted)
        {
            var metrics = usable.MetricsOf(endpoint).ToList();
            if (metrics.Where(wanted).Max(open.Newest) is not { } newest)
            {
                return null;
            }

            var widest = new DayRange(newest.AddDays(1 - endpoint.MaxDays), newest);
            var answered = metrics.Select(metric => (Metric: metric, Days: open.Within(metric, widest))).Where(metric => metric.Days.Count > 0).ToList();
            var range = new DayRange(answered.Min(metric => metric.Days.Min()), newest);
            return new Candidate(
                new MetricRequest(endpoint, range, [.. answered.Select(metric => metric.Metric)]),
                answered.Sum(metric => metric.Days.Count * (endpoint.AnswersInFull(metric.Metric) ? 2 : 1)));
        }
    }
}
