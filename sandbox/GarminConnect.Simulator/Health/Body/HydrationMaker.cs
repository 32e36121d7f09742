namespace GarminConnect.Simulator.Health;

/// <summary>Makes the hydration of a day.</summary>
internal static class HydrationMaker
{
    private const double Noted = 0.6;
    private const double Goal = 2800;

    public static Hydration Make(HealthDay day)
    {
        var (dice, index) = (day.Plan.Dice, day.Day.DayNumber);
        var evening = day.Start.AddHours(18);
        double? noted = day.InHistory && evening <= day.History.Now && dice.Unit(DiceTopic.Water, index) < Noted
            ? 250.0 * dice.Between(4, 12, DiceTopic.Water, -index)
            : null;
        double? sweat = day.Exercised ? 10.0 * dice.Between(20, 120, DiceTopic.Sweat, index) : null;
        var typed = day.History.Entries.Drinks(day.Day);
        return new Hydration(
            noted is null && typed is null ? null : Math.Max((noted ?? 0) + (typed?.Milliliters ?? 0), 0),
            typed?.At ?? (noted is null ? null : day.History.Local(evening)),
            Goal + (sweat ?? 0),
            sweat);
    }
}
