using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about respiration.</summary>
internal static class BreathingBodies
{
    public const int Version = 200;

    public static object Day(Athlete athlete, HealthDay day)
    {
        var breathing = athlete.Health.Archive.Has(day) ? day.Breathing! with { Readings = [], Hours = [] } : day.Breathing;
        return Envelope.OfMeasured(athlete, day, Envelope.Nights(athlete, day), new
        {
            lowestRespirationValue = (double?)breathing?.Lowest,
            highestRespirationValue = (double?)breathing?.Highest,
            avgWakingRespirationValue = breathing?.WakingAverage,
            avgSleepRespirationValue = breathing?.SleepAverage is { } asleep ? Math.Round(asleep) : (double?)null,
            avgTomorrowSleepRespirationValue = athlete.Health.Day(day.Day.AddDays(1)).Night is { } next ? Math.Round(next.AverageBreaths) : (double?)null,
            respirationValueDescriptorsDTOList = Descriptors.Of("index", "key", "timestamp", "respiration"),
            respirationValuesArray = breathing is null ? null : breathing.Readings.Select(reading => new object[] { reading.Milliseconds, (double)reading.Value!.Value }),
            respirationAveragesValueDescriptorDTOList = Descriptors.Of(
                "respirationAveragesValueDescriptorIndex",
                "respirationAveragesValueDescriptionKey",
                "timestamp", "averageRespirationValue", "highRespirationValue", "lowRespirationValue"),
            respirationAveragesValuesArray = breathing?.Hours.Select(hour => new object[] { hour.Time.ToUnixTimeMilliseconds(), hour.Average, (double)hour.High, (double)hour.Low }),
            respirationVersion = breathing is null ? (int?)null : Version,
        });
    }

    public static object Range(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        avgWakingRespiration = day.Breathing!.WakingAverage,
        avgSleepRespiration = day.Breathing.SleepAverage is { } asleep ? Math.Round(asleep) : (double?)null,
    });
}
