using System.Text.Json;
using System.Text.Json.Nodes;

namespace CentralDb.Client;

/// <summary>For a CentralDB that cannot replace: finds the stored data points that a range no longer has, and marks them in their details.</summary>
internal static class SupersededMetrics
{
    public const string Mark = "superseded";

    /// <summary>The stored points of one type that the range does not have, with the mark. Those that have it already are left alone.</summary>
    /// <param name="range">What is right.</param>
    /// <param name="stored">An answer of <c>GET /health_metrics</c>: a list, or an object with <c>items</c>. Whatever is not as expected is passed over.</param>
    public static IEnumerable<HealthMetric> Of(HealthMetricRange range, JsonElement stored)
    {
        var list = stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty("items", out var items) ? items : stored;
        if (list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var right = range.Metrics.Select(KeyOf).ToHashSet();
        return list.EnumerateArray().Select(Read).OfType<HealthMetric>()
            .Where(metric => metric.Source == "garmin" && range.MetricTypes.Contains(metric.MetricType) && DayOf(metric) is { } day && day >= range.From && day <= range.To)
            .Where(metric => !right.Contains(KeyOf(metric)) && !IsMarked(metric))
            .Select(metric => metric with { UserId = range.UserId, Date = KeyOf(metric).Date, Details = Marked(metric.Details) });
    }

    public static bool IsMarked(HealthMetric metric) => Member(metric, Mark) is { ValueKind: JsonValueKind.True };

    // A point of a moment may come back with its day besides.
    private static (string MetricType, DateTimeOffset? Timestamp, DateOnly? Date) KeyOf(HealthMetric metric) =>
        (metric.MetricType, metric.Timestamp, metric.Timestamp is null ? metric.Date : null);

    private static HealthMetric? Read(JsonElement item)
    {
        try
        {
            return item.Deserialize<HealthMetric>(CentralDbJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateOnly? DayOf(HealthMetric metric) =>
        metric.Date ?? (Member(metric, "date") is { ValueKind: JsonValueKind.String } text && DateOnly.TryParse(text.GetString(), out var day)
            ? day
            : metric.Timestamp is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);

    private static JsonElement? Member(HealthMetric metric, string name) =>
        metric.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement Marked(JsonElement? details)
    {
        var marked = details is { ValueKind: JsonValueKind.Object } known ? JsonObject.Create(known)! : [];
        marked[Mark] = true;
        return JsonSerializer.SerializeToElement(marked);
    }
}
