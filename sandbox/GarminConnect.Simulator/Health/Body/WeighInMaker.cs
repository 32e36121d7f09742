namespace GarminConnect.Simulator.Health;

/// <summary>Makes the weights of a day: often none, sometimes one on the scale, now and then a second one typed in.</summary>
internal static class WeighInMaker
{
    private const double Weighed = 0.45;
    private const double WeighedTwice = 0.1;

    public static IEnumerable<WeighIn> Make(HealthDay day)
    {
        var (dice, index) = (day.Plan.Dice, day.Day.DayNumber);
        var chance = dice.Unit(DiceTopic.WeighIn, index);
        if (!day.InHistory || chance >= Weighed)
        {
            yield break;
        }

        var grams = day.History.Physique.Grams + (100 * (int)Math.Round((8 * day.History.Physique.Form(day.Day)) + dice.Between(-4, 4, DiceTopic.Weight, index)));
        var fat = Math.Round(18 + (3 * day.History.Physique.Form(day.Day)) + dice.Unit(DiceTopic.Weight, -index), 1);
        foreach (var entry in new[]
        {
            Entry(day, day.Start.AddMinutes(dice.Between(365, 470, DiceTopic.WeighInTime, index)), grams, "INDEX_SCALE") with
            {
                Bmi = (float)Math.Round(grams / 1000.0 / (Physique.HeightMeters * Physique.HeightMeters), 1),
                BodyFatPercent = fat,
                BodyWaterPercent = Math.Round(73 - (0.73 * fat), 1),
                BoneGrams = (int)(grams * 0.058),
                MuscleGrams = (int)(grams * 0.45),
            },
            Entry(day, day.Start.AddMinutes(dice.Between(1200, 1300, DiceTopic.WeighInTime, -index)), grams + 400, "MANUAL"),
        }.Take(chance < WeighedTwice ? 2 : 1).Where(entry => entry.Time <= day.History.Now && !day.History.Entries.Deleted(entry.Id)))
        {
            yield return entry;
        }
    }

    public static WeighIn Entry(HealthDay day, DateTimeOffset time, double grams, string source) => new()
    {
        Id = time.ToUnixTimeMilliseconds() + 26_851,
        Day = day.Day,
        Time = time,
        LocalTime = day.History.Local(time),
        Grams = grams,
        Source = source,
    };
}
