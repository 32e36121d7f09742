using GarminSync.Web.Api;

namespace GarminSync.Web.Accounts;

/// <summary>How fresh and how complete some days are.</summary>
/// <param name="CompleteDays">Days on which nothing is missing: each metric that is synced at all is stored, may still change, or is empty at Garmin.</param>
/// <param name="Newest">The newest day with data, of each metric that has any.</param>
internal sealed record Freshness(int CompleteDays, IReadOnlyDictionary<string, DateOnly> Newest)
{
    public static Freshness Of(Coverage coverage)
    {
        var newest = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var day in coverage.Days)
        {
            foreach (var (metric, state) in day.Metrics)
            {
                if (state is "stored" or "provisional")
                {
                    newest[metric] = day.Date;
                }
            }
        }

        // A metric of which not one day was asked for is not wanted; the curves of a day are such, as long as nobody asks for them.
        var wanted = coverage.Days.SelectMany(day => day.Metrics).Where(metric => metric.Value != "never_asked").Select(metric => metric.Key).ToHashSet(StringComparer.Ordinal);
        var complete = coverage.Days.Count(day => wanted.Count > 0 && wanted.All(metric => day.Metrics.GetValueOrDefault(metric) is not (null or "failed" or "never_asked")));
        return new Freshness(complete, newest);
    }
}
