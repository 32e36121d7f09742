namespace GarminConnect.Simulator.Health;

/// <summary>Makes the slow numbers of an athlete's fitness.</summary>
internal static class FitnessMaker
{
    private const int FirstDays = 14;
    private const double NewAfterExercise = 0.6;

    public static Fitness Make(HealthDay day)
    {
        var physique = day.History.Physique;
        var measuredOn = Enumerable.Range(0, 90).Select(back => day.Day.AddDays(-back)).Cast<DateOnly?>().FirstOrDefault(past => Measured(day, past!.Value));
        var maximal = measuredOn is { } on ? Precise(day.History.Plan(on)) : Math.Round(physique.MaximalOxygen, 1);
        var known = day.Day >= day.History.FirstDay.AddDays(FirstDays);
        var age = Age(day.Day);
        var fitnessAge = Math.Round(age - (1.6 * (maximal - 44)), 2);
        var hill = Math.Clamp((int)(maximal - 10), 1, 100);
        return new Fitness
        {
            MaximalOxygen = maximal,
            MaximalOxygenDay = measuredOn,
            ChronologicalAge = age,
            FitnessAge = fitnessAge,
            AchievableFitnessAge = fitnessAge - 2.5,
            Bmi = Math.Round(physique.Grams / 1000.0 / (Physique.HeightMeters * Physique.HeightMeters), 1),
            VigorousDays = Enumerable.Range(0, 28).Select(back => day.History.Plan(day.Day.AddDays(-back)))
                .Count(plan => plan is { Worn: true, Exercise: not null, Intensity: > 0.3 }) / 4.0,
            EnduranceScore = known ? (int)(4200 + (60 * (maximal - 40)) + day.Load!.Chronic) : null,
            HillScore = known ? hill : null,
            HillStrength = known ? hill / 3 : null,
            HillEndurance = known ? hill - (hill / 3) : null,
            Races = known ? Predict(maximal) : null,
        };
    }

    public static double? NewMaximalOxygen(HealthDay day) => Measured(day, day.Day) ? Precise(day.Plan) : null;

    private static RaceTimes Predict(double maximal)
    {
        var five = (int)(1400 * 48 / maximal);
        return new RaceTimes(five, (int)(five * 2.09), (int)(five * 4.64), (int)(five * 9.75));
    }

    /// <summary>Whether a training of that day gave a new value; of the day itself only when it has synchronised.</summary>
    private static bool Measured(HealthDay day, DateOnly past)
    {
        var plan = day.History.Plan(past);
        return plan is { Worn: true, Exercise: not null }
            && plan.Dice.Unit(DiceTopic.MaximalOxygen, past.DayNumber) < NewAfterExercise
            && (past != day.Day || day.Exercised);
    }

    private static double Precise(DayPlan plan) =>
        Math.Round(plan.Physique.MaximalOxygen + (1.5 * plan.Physique.Form(plan.Day)) + plan.Dice.Unit(DiceTopic.MaximalOxygen, -plan.Day.DayNumber), 1);

    private static int Age(DateOnly day) => day.Year - Physique.Birth.Year - (day.DayOfYear < Physique.Birth.DayOfYear ? 1 : 0);
}
