using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>Values of single metrics over a range, as several services wrap them.</summary>
internal static class UserStatsBody
{
    private static readonly Dictionary<string, (string Name, Func<HealthDay, double> Value)> Metrics = new()
    {
        ["22"] = ("WELLNESS_ACTIVE_CALORIES", day => day.Movement!.ActiveKilocalories),
        ["23"] = ("WELLNESS_BMR_CALORIES", day => day.Movement!.BmrKilocalories),
        ["60"] = ("WELLNESS_RESTING_HEART_RATE", day => day.Heart!.Resting),
    };

    /// <summary>The metrics that the query names; an unknown number, and a metric without a value, is left out.</summary>
    public static object Of(IQueryCollection query, Athlete athlete, HealthRange range) => Wrap(athlete, range, query["metricId"]
        .Where(id => id is not null && Metrics.ContainsKey(id))
        .Select(id => Metrics[id!])
        .Where(_ => range.Measured.Any())
        .ToDictionary(
            metric => metric.Name,
            metric => (object)range.Measured.Select(day => new { value = metric.Value(day), calendarDate = GarminTime.Day(day.Day) }).ToList()));

    public static object Wrap(Athlete athlete, HealthRange range, Dictionary<string, object> metrics) => new
    {
        userProfileId = athlete.ProfileId,
        statisticsStartDate = GarminTime.Day(range.From),
        statisticsEndDate = GarminTime.Day(range.To),
        allMetrics = new { metricsMap = metrics },
        groupedMetrics = (object?)null,
    };
}
