namespace GarminConnect.Simulator.Health;

/// <summary>The outline of a day, from which its measurements follow. Cheap, because a day's averages look at the outlines of the weeks before it.</summary>
internal sealed record DayPlan(DateOnly Day, Dice Dice, Physique Physique, Window Hours)
{
    private const int ExercisesInTen = 5;
    private const int OffWristInTen = 3;

    /// <summary>Whether the watch was worn, and whether the history reaches to this day.</summary>
    public required bool Worn { get; init; }

    /// <summary>The night that ends on this day.</summary>
    public Window Sleep { get; } = Night(Day, Dice, Hours);

    /// <summary>A training; its share of hard minutes is <see cref="Intensity"/>.</summary>
    public Window? Exercise { get; } = Dice.Between(1, 10, DiceTopic.Exercise, Day.DayNumber) > ExercisesInTen
        ? null
        : Stretch(
            Hours.From.AddMinutes(Dice.Between(16 * 60, 19 * 60, DiceTopic.ExerciseStart, Day.DayNumber)),
            Dice.Between(25, 90, DiceTopic.ExerciseLength, Day.DayNumber));

    public double Intensity { get; } = 0.1 + (0.7 * Dice.Unit(DiceTopic.ExerciseIntensity, Day.DayNumber));

    /// <summary>The watch is charged.</summary>
    public Window? OffWrist { get; } = Dice.Between(1, 10, DiceTopic.OffWrist, Day.DayNumber) > OffWristInTen
        ? null
        : Stretch(Hours.From.AddMinutes(Dice.Between(10 * 60, 15 * 60, DiceTopic.OffWristStart, Day.DayNumber)), 40);

    /// <summary>How much the athlete moves about, besides training.</summary>
    public double Liveliness { get; } = 0.6 + (0.8 * Dice.Unit(DiceTopic.Liveliness, Day.DayNumber));

    public int RestingHeartRate { get; } = Physique.RestingHeartRateOn(Day, Dice);

    /// <summary>Body battery when the night begins, and when it ends.</summary>
    public int BedLevel { get; } = Dice.Between(8, 34, DiceTopic.Evening, Day.DayNumber);

    public int WakeLevel { get; } = Dice.Between(62, 100, DiceTopic.Morning, Day.DayNumber);

    /// <summary>Training load of the day.</summary>
    public int Load => Exercise is { } exercise && Worn ? (int)((exercise.To - exercise.From).TotalMinutes * (0.8 + (1.8 * Intensity))) : 0;

    private static Window Night(DateOnly day, Dice dice, Window hours)
    {
        var bed = hours.From.AddMinutes(dice.Between(-90, 45, DiceTopic.Bedtime, day.DayNumber)).AddSeconds(dice.Between(0, 59, DiceTopic.SleepSecond, day.DayNumber));
        return Stretch(bed, dice.Between(345, 525, DiceTopic.SleepLength, day.DayNumber));
    }

    private static Window Stretch(DateTimeOffset from, int minutes) => new(from, from.AddMinutes(minutes));
}
