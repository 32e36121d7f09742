using GarminConnect.Client.Health;
namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Chooses the requests that answer all open questions, few of them: again and again the one that answers the most of what is still open.
/// Where a call about one day answers for ten metrics and a call about a month for one, that finds the better mix for any set of days.
/// </summary>
internal static class RequestCover
{
    /// <summary>The requests, in the order in which they were chosen. What no endpoint answers stays in <paramref name="open"/>; the rest is taken out.</summary>
    public static IReadOnlyList<MetricRequest> Take(OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints)
    {
        // Where there is no choice, none is to be weighed; and what those requests answer besides need not be asked for.
        var only = endpoints.SelectMany(endpoint => endpoint.Metrics, (endpoint, metric) => (Endpoint: endpoint, metric.Name))
            .GroupBy(answer => answer.Name, answer => answer.Endpoint, StringComparer.Ordinal)
            .Where(ways => ways.Count() == 1)
            .Select(way => (Metric: way.Key, Endpoint: way.Single()));
        return [.. only.SelectMany(way => TakeAll(open, [way.Endpoint], metric => metric.Name == way.Metric)), .. TakeAll(open, endpoints, _ => true)];
    }

    private static List<MetricRequest> TakeAll(OpenDays open, IReadOnlyCollection<MetricEndpoint> endpoints, Func<Metric, bool> wanted)
    {
        var requests = new List<MetricRequest>();
        // Of equals MaxBy takes the first, so the catalogue's order decides.
        while (endpoints.Select(endpoint => Candidate.Of(endpoint, open, wanted)).OfType<Candidate>().MaxBy(candidate => candidate.Worth) is { } best)
        {
            requests.Add(best.Request);
            foreach (var metric in best.Request.Metrics)
            {
                open.Close(metric, best.Request.Range);
            }
        }

        return requests;
    }

    private sealed record Candidate(MetricRequest Request, int Worth)
    {
        /// <summary>The endpoint's request for the newest days of what is wanted; null when it could answer nothing of that.</summary>
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
