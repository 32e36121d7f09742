using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Covers the open days with few requests: chooses the request that answers the most of them, again and again. That weighs a call that answers ten metrics of
/// one day against one that answers a single metric of a month.
/// </summary>
internal static class RequestCover
{
    /// <summary>The requests, in the order of choice. Days that they answer are taken out of <paramref name="open"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IReadOnlyList<MetricRequest> Take(OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints, CancellationToken cancellationToken = default)
    {
        // Metrics with a single endpoint first: they leave no choice, and their requests answer other metrics besides.
        var only = endpoints.SelectMany(endpoint => endpoint.Metrics, (endpoint, metric) => (Endpoint: endpoint, metric.Name))
            .GroupBy(answer => answer.Name, answer => answer.Endpoint, StringComparer.Ordinal)
            .Where(ways => ways.Count() == 1)
            .Select(way => (Metric: way.Key, Endpoint: way.Single()));
        return [
            .. only.SelectMany(way => TakeAll(open, [way.Endpoint], metric => metric.Name == way.Metric, cancellationToken)),
            .. TakeAll(open, endpoints, _ => true, cancellationToken),
        ];
    }

    private static List<MetricRequest> TakeAll(
        OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints, Func<Metric, bool> wanted, CancellationToken cancellationToken)
    {
        var requests = new List<MetricRequest>();
        var candidates = endpoints.Select(endpoint => (Endpoint: endpoint, Candidate: Candidate.Of(endpoint, open, wanted))).ToArray();
        // Of equals MaxBy takes the first, so the catalogue's order decides.
        while (candidates.Select(one => one.Candidate).OfType<Candidate>().MaxBy(candidate => candidate.Worth) is { } best)
        {
            cancellationToken.ThrowIfCancellationRequested();
            requests.Add(best.Request);
            foreach (var metric in best.Request.Metrics)
            {
                open.Close(metric, best.Request.Range);
            }

            // The others are worth what they were.
            for (var i = 0; i < candidates.Length; i++)
            {
                if (candidates[i].Endpoint.Metrics.Any(best.Request.Metrics.Contains))
                {
                    candidates[i].Candidate = Candidate.Of(candidates[i].Endpoint, open, wanted);
                }
            }
        }

        return requests;
    }

    private sealed record Candidate(MetricRequest Request, int Worth)
    {
        /// <summary>The endpoint's request for the newest open days of the wanted metrics; null when it answers none of them.</summary>
        public static Candidate? Of(MetricEndpoint endpoint, OpenDays open, Func<Metric, bool> wanted)
        {
            if (endpoint.Metrics.Where(wanted).Max(open.Newest) is not { } newest)
            {
                return null;
            }

            var widest = new DayRange(newest.AddDays(1 - endpoint.MaxDays), newest);
            var answered = endpoint.Metrics.Select(metric => (Metric: metric, Days: open.Within(metric, widest))).Where(metric => metric.Days.Count > 0).ToList();
            var range = new DayRange(answered.Min(metric => metric.Days.Min()), newest);
            return new Candidate(
                new MetricRequest(endpoint, range, [.. answered.Select(metric => metric.Metric)]),
                answered.Sum(metric => metric.Days.Count * (endpoint.AnswersInFull(metric.Metric) ? 2 : 1)));
        }
    }
}
