using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about stress.</summary>
internal static class StressBodies
{
    /// <summary>Stress and body battery side by side. What Garmin says of a day without data was not recorded: here it is nulls, as with heart rate and respiration.</summary>
    public static object Day(Athlete athlete, HealthDay day)
    {
        var archived = athlete.Health.Archive.Has(day);
        return Envelope.OfMeasured(athlete, day, new
        {
            maxStressLevel = day.Stress?.Max,
            avgStressLevel = day.Stress?.Average,
            stressChartValueOffset = 1,
            stressChartYAxisOrigin = -1,
            stressValueDescriptorsDTOList = Descriptors.Of("index", "key", "timestamp", "stressLevel"),
            stressValuesArray = day.Stress is not { } stress ? null : archived ? [] : Rows(stress.Readings),
            bodyBatteryValueDescriptorsDTOList = BodyBatteryBodies.WideDescriptors,
            bodyBatteryValuesArray = day.BodyBattery is not { } battery ? null : archived ? [] : BodyBatteryBodies.WideRows(day, battery.Readings),
        });
    }

    public static object Range(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        values = new
        {
            highStressDuration = OrNull(day.Stress!.HighSeconds),
            lowStressDuration = OrNull(day.Stress.LowSeconds),
            overallStressLevel = day.Stress.Average,
            restStressDuration = OrNull(day.Stress.RestSeconds),
            mediumStressDuration = OrNull(day.Stress.MediumSeconds),
        },
    });

    public static object Week(Athlete athlete, HealthRange week) => new
    {
        calendarDate = GarminTime.Day(week.From),
        value = (int)Math.Round(week.Measured.Average(day => day.Stress!.Average)),
    };

    public static IEnumerable<long[]> Rows(IEnumerable<Reading> readings) => readings.Select(reading => new[] { reading.Milliseconds, reading.Value!.Value });

    /// <summary>A kind of stress that a day does not have is null in the range, and 0 in the daily summary.</summary>
    private static int? OrNull(int seconds) => seconds == 0 ? null : seconds;
}
