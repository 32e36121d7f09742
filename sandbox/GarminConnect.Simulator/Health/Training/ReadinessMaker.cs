namespace GarminConnect.Simulator.Health;

/// <summary>Makes the readiness rows of a day: one in the night, one on waking, one after training, one in the evening.</summary>
internal static class ReadinessMaker
{
    public static IReadOnlyList<Readiness> Make(HealthDay day)
    {
        var night = day.Night!;
        var week = day.Variability!.WeekAverage;
        var load = day.Load!.Acute;
        var morning = Math.Clamp(((night.Score + day.Plan.WakeLevel) / 2) + day.Plan.Dice.Between(-20, 10, DiceTopic.Readiness, day.Day.DayNumber), 1, 100);
        var recovery = day.Plan.Dice.Between(0, 20, DiceTopic.Readiness, -day.Day.DayNumber) * 60;
        var rows = new List<Readiness>
        {
            Row(night.Start + ((night.End - night.Start) / 2), "UPDATE_REALTIME_VARIABLES", morning, null, recovery),
            Row(night.End.AddMinutes(5), "AFTER_WAKEUP_RESET", morning, night.Score, recovery),
        };
        if (day.Exercised)
        {
            rows.Add(Row(day.Plan.Exercise!.Value.To.AddMinutes(3), "AFTER_POST_EXERCISE_RESET", Math.Max(morning - 25, 1), night.Score, recovery + (day.Plan.Load * 8)));
        }

        var evening = day.Start.AddHours(21).AddMinutes(30);
        rows.Add(Row(evening, "UPDATE_REALTIME_VARIABLES", Math.Max(morning - (day.Exercised ? 18 : 8), 1), night.Score, Math.Max(recovery - 600, 0)));
        return [.. rows.Where(row => row.Time >= day.Start && row.Time <= day.MeasuredUntil).OrderBy(row => row.Time)];

        Readiness Row(DateTimeOffset time, string context, int score, int? sleepScore, int minutes) => new()
        {
            Time = time,
            Context = context,
            Score = score,
            SleepScore = sleepScore,
            RecoveryMinutes = minutes,
            AcuteLoad = load,
            WeekVariability = week,
        };
    }
}
