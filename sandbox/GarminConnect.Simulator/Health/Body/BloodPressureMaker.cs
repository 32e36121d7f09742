namespace GarminConnect.Simulator.Health;

/// <summary>Makes the blood pressures of a day: mostly none, sometimes two.</summary>
internal static class BloodPressureMaker
{
    private const double Measured = 0.2;
    private const double MeasuredTwice = 0.06;

    public static IEnumerable<BloodPressure> Make(HealthDay day)
    {
        var (dice, index) = (day.Plan.Dice, day.Day.DayNumber);
        var chance = dice.Unit(DiceTopic.BloodPressure, index);
        var count = !day.InHistory || !day.Watch || chance >= Measured ? 0 : chance < MeasuredTwice ? 2 : 1;
        return Enumerable.Range(0, count)
            .Select(number => Entry(day, day.Start.AddMinutes((7 + (12 * number)) * 60), "DEVICE") with
            {
                Systolic = dice.Between(108, 134, DiceTopic.Pressure, (index * 10) + number),
                Diastolic = dice.Between(66, 84, DiceTopic.Pressure, (index * 10) + number + 2),
                Pulse = dice.Between(52, 70, DiceTopic.Pressure, (index * 10) + number + 4),
            })
            .Where(entry => entry.Time <= day.History.Now && !day.History.Entries.Deleted(entry.Id));
    }

    public static BloodPressure Entry(HealthDay day, DateTimeOffset time, string source) => new()
    {
        Id = time.ToUnixTimeMilliseconds() + 41_207,
        Day = day.Day,
        Time = time,
        LocalTime = day.History.Local(time),
        Systolic = 0,
        Diastolic = 0,
        Pulse = 0,
        Source = source,
    };
}
