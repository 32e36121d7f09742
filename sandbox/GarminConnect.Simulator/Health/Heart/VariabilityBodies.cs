using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about heart rate variability.</summary>
internal static class VariabilityBodies
{
    public static object? Day(Athlete athlete, HealthDay day)
    {
        if (day.Variability is not { } variability)
        {
            return null;
        }

        var night = day.Night!;
        return new
        {
            userProfilePk = athlete.ProfileId,
            hrvSummary = Summary(day),
            hrvReadings = variability.Readings.Select(reading => new
            {
                hrvValue = reading.Value,
                readingTimeGMT = Envelope.Gmt(reading.Time),
                readingTimeLocal = Envelope.Local(athlete, reading.Time),
            }),
            startTimestampGMT = Envelope.Gmt(variability.Readings[0].Time),
            endTimestampGMT = Envelope.Gmt(variability.Readings[^1].Time),
            startTimestampLocal = Envelope.Local(athlete, variability.Readings[0].Time),
            endTimestampLocal = Envelope.Local(athlete, variability.Readings[^1].Time),
            sleepStartTimestampGMT = Envelope.Gmt(night.Start),
            sleepEndTimestampGMT = Envelope.Gmt(night.End),
            sleepStartTimestampLocal = Envelope.Local(athlete, night.Start),
            sleepEndTimestampLocal = Envelope.Local(athlete, night.End),
        };
    }

    public static object? Range(Athlete athlete, HealthRange range)
    {
        var summaries = range.Days.Where(day => day.Variability is not null).Select(Summary).ToList();
        return summaries.Count == 0 ? null : new { hrvSummaries = summaries, userProfilePk = athlete.ProfileId };
    }

    private static object Summary(HealthDay day)
    {
        var variability = day.Variability!;
        var baseline = variability.Baseline;
        return new
        {
            calendarDate = GarminTime.Day(day.Day),
            weeklyAvg = variability.WeekAverage,
            lastNightAvg = variability.NightAverage,
            lastNight5MinHigh = variability.FiveMinuteHigh,
            baseline = baseline is null
                ? null
                : new { lowUpper = baseline.LowUpper, balancedLow = baseline.BalancedLow, balancedUpper = baseline.BalancedUpper, markerValue = 0.5 },
            status = variability.Status,
            feedbackPhrase = baseline is null ? "ONBOARDING_1" : $"HRV_{variability.Status}_2",
            createTimeStamp = $"{day.Night!.End.AddMinutes(4).UtcDateTime:yyyy-MM-ddTHH:mm:ss}.187",
        };
    }
}
