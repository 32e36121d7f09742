using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about heart rate.</summary>
internal static class HeartBodies
{
    /// <summary>From midnight to midnight, also today. Minutes without a value have no row.</summary>
    public static object Day(Athlete athlete, HealthDay day) => Envelope.OfDay(athlete, day, new
    {
        maxHeartRate = day.Heart?.Max,
        minHeartRate = day.Heart?.Min,
        restingHeartRate = day.Heart?.Resting,
        lastSevenDaysAvgRestingHeartRate = day.Heart?.SevenDayResting,
        heartRateValueDescriptors = day.Heart is null ? null : Descriptors.Of("index", "key", "timestamp", "heartrate"),
        heartRateValues = day.Heart?.Readings.Where(reading => reading.Value is not null).Select(reading => new[] { reading.Milliseconds, reading.Value!.Value }),
    });

    public static object Range(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        values = new { restingHR = day.Heart!.Resting, wellnessMaxAvgHR = day.Heart.MaxAverage, wellnessMinAvgHR = day.Heart.MinAverage },
    });

    public static object Week(Athlete athlete, HealthRange week) => new
    {
        calendarDate = GarminTime.Day(week.From),
        values = new
        {
            avgRestingHR = (int)Math.Round(week.Measured.Average(day => day.Heart!.Resting)),
            wellnessMaxAvgHR = week.Measured.Max(day => day.Heart!.MaxAverage),
            wellnessMinAvgHR = week.Measured.Min(day => day.Heart!.MinAverage),
        },
    };
}
