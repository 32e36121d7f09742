namespace GarminConnect.Simulator.Health;

/// <summary>Makes the heart rate of a day.</summary>
internal static class HeartMaker
{
    public static HeartDay Make(HealthDay day)
    {
        var readings = day.Every(120).Select(time => new Reading(time, day.Signals.HeartRate(time))).ToList();
        var values = readings.ConvertAll(reading => reading.Value).FindAll(value => value is not null).ConvertAll(value => value!.Value);
        var averages = values.Count < 3 ? values : [.. values.Zip(values.Skip(1), values.Skip(2)).Select(three => (int)Math.Round((three.First + three.Second + three.Third) / 3.0))];
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
