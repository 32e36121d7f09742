namespace GarminConnect.Simulator.Health;

/// <summary>Makes the heart rate of a day.</summary>
internal static class HeartMaker
{
    public static HeartDay Make(HealthDay day)
    {
        var readings = day.Every(120).Select(time => new Reading(time, day.Signals.HeartRate(time))).ToList();
        var values = readings.Where(reading => reading.Value is not null).Select(reading => reading.Value!.Value).ToList();
        var averages = values.Count < 3
            ? values
            : [.. Enumerable.Range(2, values.Count - 2).Select(last => (int)Math.Round((values[last - 2] + values[last - 1] + values[last]) / 3.0))];
        var week = Enumerable.Range(0, 7).Select(back => day.History.Plan(day.Day.AddDays(-back))).Where(plan => plan.Worn);
        return new HeartDay
        {
            Readings = readings,
            Resting = day.Plan.RestingHeartRate,
            SevenDayResting = (int)Math.Round(week.Average(plan => plan.RestingHeartRate)),
            Min = values.Min(),
            Max = values.Max(),
            MinAverage = averages.Min(),
            MaxAverage = averages.Max(),
        };
    }
}
