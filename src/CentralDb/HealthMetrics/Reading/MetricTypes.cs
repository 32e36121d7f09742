using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>The types that a call asks for: <c>metric_type</c>, once or several times.</summary>
internal static class MetricTypes
{
    public static IReadOnlyList<string> Read(FieldErrors errors, string[]? sent, int most)
    {
        if (sent?.Length > most)
        {
            errors.Add("metric_type", $"must be there at most {most} times");
            return [];
        }

        List<string> types = [.. (sent ?? []).Select(type => Fields.Text(errors, "metric_type", type, 100)).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (types.Count == 0)
        {
            errors.Add("metric_type", Fields.Required);
        }

        return types;
    }
}
