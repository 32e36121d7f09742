namespace GarminConnect.Simulator.Health;

/// <summary>Makes the training load of a day from the trainings of the weeks before.</summary>
internal static class TrainingLoadMaker
{
    private const int FirstDays = 14;

    public static TrainingLoad Make(HealthDay day) => new()
    {
        Acute = Sum(day, 7),
        Chronic = Sum(day, 28) / 4,
        Known = day.Day >= day.History.FirstDay.AddDays(FirstDays),
    };

    private static int Sum(HealthDay day, int days) =>
        day.ExerciseLoad + Enumerable.Range(1, days - 1).Sum(back => day.History.Plan(day.Day.AddDays(-back)).Load);
}
