using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about oxygen saturation.</summary>
internal static class OxygenBodies
{
    public static object Day(Athlete athlete, HealthDay day)
    {
        var oxygen = day.Oxygen;
        var week = Enumerable.Range(0, 7).Select(back => oxygen is null ? null : athlete.Health.Day(day.Day.AddDays(-back)).Oxygen?.Average);
        return Envelope.OfMeasured(athlete, day, Envelope.Nights(athlete, day), new
        {
            averageSpO2 = oxygen?.Average,
            lowestSpO2 = oxygen?.Lowest,
            lastSevenDaysAvgSpO2 = week.Average() is { } average ? Math.Round(average, 2) : (double?)null,
            latestSpO2 = oxygen?.Latest?.Value,
            latestSpO2TimestampGMT = oxygen?.Latest is { } latest ? Envelope.Gmt(latest.Time) : null,
            latestSpO2TimestampLocal = oxygen?.Latest is { } local ? Envelope.Local(athlete, local.Time) : null,
            avgSleepSpO2 = oxygen is null ? null : Rounded(day.Night),
            avgTomorrowSleepSpO2 = oxygen is null ? null : Rounded(athlete.Health.Day(day.Day.AddDays(1)).Night),
            spO2ValueDescriptorsDTOList = Descriptors.Of("spo2ValueDescriptorIndex", "spo2ValueDescriptorKey", "timestamp", "spo2Reading"),
            spO2SingleValues = (object?)null,
            continuousReadingDTOList = (object?)null,
            spO2HourlyAverages = athlete.Health.Archive.Has(day) ? null : oxygen?.Hours.Select(hour => new[] { hour.Time.ToUnixTimeMilliseconds(), hour.Average }),
        });
    }

    public static object Range(Athlete athlete, HealthRange range)
    {
        var days = range.Days.Where(day => day.Oxygen?.Average is not null).ToList();
        return new
        {
            spo2DailyAverageArray = days.Select(day => new object[] { GarminTime.Day(day.Day), day.Oxygen!.Average!.Value }),
            overallSpo2Average = days.Count == 0 ? (double?)null : Math.Round(days.Average(day => day.Oxygen!.Average!.Value), 2),
        };
    }

    private static double? Rounded(Night? night) => night?.AverageOxygen is { } average ? Math.Round(average) : null;
}
