namespace GarminConnect.Simulator.Health;

/// <summary>Makes the steps, floors and intensity minutes of a day, a quarter of an hour at a time.</summary>
internal static class MovementMaker
{
    private const int StepsPerExerciseMinute = 150;
    private const int StepsPerActiveMinute = 90;
    private const double KilocaloriesPerStep = 0.032;
    private const int KilocaloriesPerExerciseMinute = 6;

    public static Movement Make(HealthDay day)
    {
        var quarters = day.Every(900).Select(start => Quarter(day, start)).ToList();
        var (physique, seconds) = (day.History.Physique, (day.MeasuredUntil - day.Start).TotalSeconds);
        var (steps, exercised) = (quarters.Sum(quarter => quarter.Steps), quarters.Sum(quarter => quarter.HighlyActiveSeconds));
        return new Movement
        {
            Quarters = quarters,
            Steps = steps,
            StepGoal = physique.StepGoal,
            DistanceMeters = (int)Math.Round(steps * physique.MetersPerStep),
            ActiveKilocalories = (int)Math.Round((steps * KilocaloriesPerStep) + (exercised / 60.0 * KilocaloriesPerExerciseMinute)),
            BmrKilocalories = (int)Math.Round(physique.BmrKilocalories * seconds / (day.End - day.Start).TotalSeconds),
        };
    }

    private static QuarterHour Quarter(HealthDay day, DateTimeOffset start)
    {
        var (plan, index) = (day.Plan, start.ToUnixTimeSeconds() / 900);
        var end = start.AddMinutes(15) < day.MeasuredUntil ? start.AddMinutes(15) : day.MeasuredUntil;
        var quarter = new Window(start, end);
        var asleep = quarter.SecondsIn(plan.Sleep) + quarter.SecondsIn(day.After.Sleep);
        var exercising = plan.Exercise is { } exercise ? quarter.SecondsIn(exercise) : 0;
        var off = plan.OffWrist is { } offWrist ? quarter.SecondsIn(offWrist) : 0;
        var idle = (int)(end - start).TotalSeconds - asleep - exercising;

        var walks = plan.Dice.Unit(DiceTopic.Steps, index) is > 0.4 and var chance ? chance * 16 * plan.Liveliness : 0.6;
        var walked = (int)(Math.Max(idle - off, 0) / 60.0 * walks);
        var active = Math.Min(idle, walked * 60 / StepsPerActiveMinute);
        var climbs = walked > 60 && plan.Dice.Unit(DiceTopic.Floors, index) > 0.8;
        var (moderate, vigorous) = IntensityMinutes(plan, quarter);
        return new QuarterHour
        {
            Start = start,
            End = end,
            Steps = walked + (exercising * StepsPerExerciseMinute / 60),
            FloorsAscended = climbs ? plan.Dice.Between(0, 3, DiceTopic.Floors, -index) : 0,
            FloorsDescended = climbs ? plan.Dice.Between(0, 3, DiceTopic.Floors, -2 * index) : 0,
            SleepingSeconds = asleep,
            HighlyActiveSeconds = exercising,
            ActiveSeconds = active,
            SedentarySeconds = idle - active,
            ModerateMinutes = moderate,
            VigorousMinutes = vigorous,
        };
    }

    private static (int Moderate, int Vigorous) IntensityMinutes(DayPlan plan, Window quarter)
    {
        var (moderate, vigorous) = (0, 0);
        if (plan.Exercise is { } exercise)
        {
            for (var minute = exercise.From; minute.AddMinutes(1) <= exercise.To; minute = minute.AddMinutes(1))
            {
                // A minute belongs to the quarter in which it ends.
                if (minute.AddMinutes(1) > quarter.From && minute.AddMinutes(1) <= quarter.To)
                {
                    var hard = plan.Dice.Unit(DiceTopic.Vigorous, minute.ToUnixTimeSeconds()) < plan.Intensity;
                    (moderate, vigorous) = hard ? (moderate, vigorous + 1) : (moderate + 1, vigorous);
                }
            }
        }

        return (moderate, vigorous);
    }
}
