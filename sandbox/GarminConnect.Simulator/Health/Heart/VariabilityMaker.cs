namespace GarminConnect.Simulator.Health;

/// <summary>Makes the heart rate variability of a night.</summary>
internal static class VariabilityMaker
{
    private const int BaselineDays = 21;

    public static HeartVariability Make(HealthDay day)
    {
        var readings = Readings(day.Plan);
        var usual = day.History.Physique.Variability;
        var week = Enumerable.Range(0, 7).Select(back => day.History.Plan(day.Day.AddDays(-back))).Where(plan => plan.Worn);
        return new HeartVariability
        {
            Readings = readings,
            NightAverage = Average(readings),
            WeekAverage = (int)Math.Round(week.Average(plan => Average(Readings(plan)))),
            FiveMinuteHigh = readings.Max(reading => reading.Value!.Value),
            Baseline = day.Day < day.History.FirstDay.AddDays(BaselineDays) ? null : new VariabilityBaseline(usual - 8, usual - 5, usual + 6),
        };
    }

    private static List<Reading> Readings(DayPlan plan)
    {
        var readings = new List<Reading>();
        var level = plan.Physique.Variability + (5 * plan.Physique.Form(plan.Day)) + (10 * (plan.Dice.Unit(DiceTopic.Variability, plan.Day.DayNumber) - 0.5));
        for (var time = plan.Sleep.From.AddMinutes(5); time < plan.Sleep.To; time = time.AddMinutes(5))
        {
            readings.Add(new Reading(time, (int)Math.Round(level + (24 * (plan.Dice.Unit(DiceTopic.HeartVariability, time.ToUnixTimeSeconds()) - 0.5)))));
        }

        return readings;
    }

    private static int Average(List<Reading> readings) => (int)Math.Round(readings.Average(reading => reading.Value!.Value));
}
