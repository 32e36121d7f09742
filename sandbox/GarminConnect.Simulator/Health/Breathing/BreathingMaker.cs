namespace GarminConnect.Simulator.Health;

/// <summary>Makes the respiration of a day.</summary>
internal static class BreathingMaker
{
    public static Breathing Make(HealthDay day)
    {
        var readings = day.Every(120).Select(time => new Reading(time, day.Signals.Breath(time))).ToList();
        var measured = readings.FindAll(reading => reading.Value >= 0);
        var waking = measured.FindAll(reading => !day.Signals.Asleep(reading.Time));
        return new Breathing
        {
            Readings = readings,
            Hours =
            [
                .. measured.GroupBy(reading => (long)(reading.Time - day.Start).TotalHours).Select(hour => (
                    day.Start.AddHours(hour.Key),
                    Math.Round(hour.Average(reading => reading.Value!.Value), 1),
                    hour.Max(reading => reading.Value!.Value),
                    hour.Min(reading => reading.Value!.Value))),
            ],
            WakingAverage = waking.Count == 0 ? null : Math.Round(waking.Average(reading => reading.Value!.Value)),
            SleepAverage = day.Night?.AverageBreaths,
            Highest = measured.Count == 0 ? null : measured.Max(reading => reading.Value),
            Lowest = measured.Count == 0 ? null : measured.Min(reading => reading.Value),
            Latest = measured.Count == 0 ? null : measured[^1],
        };
    }
}
