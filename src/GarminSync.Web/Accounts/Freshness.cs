using GarminSync.Web.Api;

namespace GarminSync.Web.Accounts;

/// <summary>How fresh and how complete some days are.</summary>
/// <param name="CompleteDays">Days on which nothing is missing: each metric is stored, may still change, or is empty at Garmin.</param>
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

        return new Freshness(coverage.Days.Count(day => day.Metrics.Count > 0 && day.Metrics.Values.All(state => state is not ("failed" or "never_asked"))), newest);
    }
}
