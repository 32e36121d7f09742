namespace GarminConnect.Simulator.Health;

/// <summary>Makes the oxygen saturation of a day.</summary>
internal static class OxygenMaker
{
    public static Oxygen Make(HealthDay day)
    {
        var readings = day.Every(60).Where(day.Signals.Asleep).Select(time => new Reading(time, day.Signals.Oxygen(time))).ToList();
        return new Oxygen
        {
            Readings = readings,
            Hours =
            [
                .. readings.GroupBy(reading => (long)(reading.Time - day.Start).TotalHours)
                    .Select(hour => (day.Start.AddHours(hour.Key), (int)Math.Round(hour.Average(reading => reading.Value!.Value)))),
            ],
        };
    }
}
