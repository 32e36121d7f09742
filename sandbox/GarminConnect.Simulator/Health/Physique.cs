namespace GarminConnect.Simulator.Health;

/// <summary>What an athlete's body is like, from the seed: the level about which the days vary.</summary>
internal sealed record Physique(Dice Dice)
{
    private const int WaveDays = 97;

    public const double HeightMeters = 1.78;

    public static readonly DateOnly Birth = new(1988, 5, 14);

    private readonly double _phase = Dice.Unit(DiceTopic.Physique, 0) * Math.Tau;

    public int RestingHeartRate { get; } = Dice.Between(47, 58, DiceTopic.Physique, 1);

    public int Variability { get; } = Dice.Between(40, 62, DiceTopic.Physique, 2);

    public double MetersPerStep { get; } = 0.76 + (Dice.Unit(DiceTopic.Physique, 3) * 0.1);

    public int BmrKilocalories { get; } = Dice.Between(1700, 2150, DiceTopic.Physique, 4);

    public int Grams { get; } = Dice.Between(64, 82, DiceTopic.Physique, 5) * 1000;

    public double MaximalOxygen { get; } = 44 + (Dice.Unit(DiceTopic.Physique, 6) * 8);

    public int StepGoal { get; } = Dice.Between(14, 20, DiceTopic.Physique, 7) * 500;

    /// <summary>Slowly up and down between -1 and 1, so that weeks differ and not days alone.</summary>
    public double Form(DateOnly day) => Math.Sin((Math.Tau * day.DayNumber / WaveDays) + _phase);

    public int RestingHeartRateOn(DateOnly day, Dice dice) =>
        RestingHeartRate + (int)Math.Round((-2 * Form(day)) + (4 * (dice.Unit(DiceTopic.Resting, day.DayNumber) - 0.5)));
}
