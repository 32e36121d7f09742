using System.Text.Json;
using FitTrack.CentralDb.Api;

namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>The day that a data point is of: its own, for a moment the <c>date</c> in its details, or else that of its timestamp in UTC.</summary>
internal static class MetricDate
{
    /// <summary>In days. A night begins on the day before; clocks are up to 14 hours from UTC.</summary>
    public const int FurthestFromItsDay = 2;

    public static DateOnly Of(DateTimeOffset at, bool daily, string? details)
    {
        if (!daily && details is not null)
        {
            using var json = JsonDocument.Parse(details);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("date", out var date)
                && date.ValueKind == JsonValueKind.String
                && Fields.TryDate(date.GetString(), out var day))
            {
                return day;
            }
        }

        return DateOnly.FromDateTime(at.UtcDateTime);
    }
}
