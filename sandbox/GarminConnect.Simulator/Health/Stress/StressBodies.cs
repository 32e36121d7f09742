using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about stress.</summary>
internal static class StressBodies
{
    /// <summary>Stress and body battery side by side; the JSON text <c>null</c> for a day without data.</summary>
    public static object Day(Athlete athlete, HealthDay day)
    {
        if (day.Stress is not { } stress)
        {
            return GarminAnswers.Null();
        }

        var archived = athlete.Health.Archive.Has(day);
        return Envelope.OfMeasured(athlete, day, new
        {
            maxStressLevel = stress.Max,
            avgStressLevel = stress.Average,
            stressChartValueOffset = 1,
            stressChartYAxisOrigin = -1,
            stressValueDescriptorsDTOList = Descriptors.Of("index", "key", "timestamp", "stressLevel"),
            stressValuesArray = archived ? [] : Rows(stress.Readings),
            bodyBatteryValueDescriptorsDTOList = BodyBatteryBodies.WideDescriptors,
            bodyBatteryValuesArray = archived ? [] : BodyBatteryBodies.WideRows(day, day.BodyBattery!.Readings),
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
