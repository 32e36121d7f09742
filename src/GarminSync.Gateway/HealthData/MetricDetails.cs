using System.Globalization;
using System.Text.Json;
using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>What is stored beside a value.</summary>
internal static class MetricDetails
{
    /// <summary>A number of the details; null for anything else.</summary>
    public static JsonElement? DetailNumber(this HealthMetric metric, string name) =>
        metric.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(name, out var member)
            && member.ValueKind is JsonValueKind.Number ? member : null;

    /// <summary>A time of the details, UTC; null when it is none.</summary>
    public static DateTimeOffset? DetailTime(this HealthMetric metric, string name) =>
        Text(metric, name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>The athlete's day of a value; of a moment whose details do not say, that of UTC.</summary>
    public static DateOnly? Day(this HealthMetric metric) =>
        metric.Date ?? (DateOnly.TryParseExact(Text(metric, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : metric.Timestamp is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);

    private static string? Text(HealthMetric metric, string name) =>
        metric.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString() : null;
}
