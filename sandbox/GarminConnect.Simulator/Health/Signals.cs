namespace GarminConnect.Simulator.Health;

/// <summary>
/// What the watch reads at a moment of a day, or of the evening before it. A minute of sleep follows from the plan of the day on which the athlete wakes,
/// so that the curve of an evening and that of the night are one.
/// </summary>
internal sealed class Signals(DayPlan before, DayPlan plan, DayPlan after)
{
    public const int OffWristCode = -1;
    public const int TooActiveCode = -2;

    /// <summary>The body battery where it turns: at the ends of the nights before, in and after the day.</summary>
    private readonly (DateTimeOffset Time, int Level)[] _turns =
    [
        (before.Sleep.To, before.WakeLevel), (plan.Sleep.From, plan.BedLevel), (plan.Sleep.To, plan.WakeLevel),
        (after.Sleep.From, after.BedLevel), (after.Sleep.To, after.WakeLevel),
    ];

    public bool Asleep(DateTimeOffset time) => plan.Sleep.Contains(time) || after.Sleep.Contains(time);

    public bool Exercising(DateTimeOffset time) => plan.Exercise?.Contains(time) == true;

    public bool OffWrist(DateTimeOffset time) => plan.OffWrist?.Contains(time) == true;

    public int? HeartRate(DateTimeOffset time)
    {
        var (dice, index) = (Source(time).Dice, Index(time, 120));
        var chance = dice.Unit(DiceTopic.HeartRate, index);
        return time switch
        {
            _ when OffWrist(time) => null,
            _ when Asleep(time) => Source(time).RestingHeartRate - 2 + (int)(chance * 9),
            _ when Exercising(time) => 105 + (int)((60 * plan.Intensity) + (chance * 14)),
            _ => plan.RestingHeartRate + 12 + (int)((chance * 22) + (6 * (1 + Math.Sin(index / 31.0)))),
        };
    }

    public int Stress(DateTimeOffset time)
    {
        var (dice, index) = (Source(time).Dice, Index(time, 180));
        var chance = dice.Unit(DiceTopic.Stress, index);
        var burst = dice.Unit(DiceTopic.StressBurst, Index(time, 3600)) > 0.9 ? 32 : 0;
        return time switch
        {
            _ when OffWrist(time) => OffWristCode,
            _ when Asleep(time) => 4 + (int)(chance * 21),
            _ when Exercising(time) => TooActiveCode,
            _ => Math.Clamp(14 + burst + (int)((chance * 30) + (11 * (1 + Math.Sin(index / 19.0)))), 0, 100),
        };
    }

    /// <summary>Breaths a minute.</summary>
    public int Breath(DateTimeOffset time)
    {
        var chance = Source(time).Dice.Unit(DiceTopic.Breath, Index(time, 120));
        return time switch
        {
            _ when OffWrist(time) => OffWristCode,
            _ when Asleep(time) => 11 + (int)(chance * 6),
            _ when Exercising(time) => TooActiveCode,
            _ => 12 + (int)(chance * 8),
        };
    }

    /// <summary>Percent, each minute of sleep.</summary>
    public int Oxygen(DateTimeOffset time) => 90 + (int)(Source(time).Dice.Unit(DiceTopic.Oxygen, Index(time, 60)) * 10);

    /// <summary>Body battery: up over a night, down over a day.</summary>
    public int BodyBattery(DateTimeOffset time)
    {
        var next = 1;
        while (_turns[next].Time <= time)
        {
            next++;
        }

        var (from, to) = (_turns[next - 1], _turns[next]);
        return (int)Math.Round(from.Level + ((to.Level - from.Level) * ((time - from.Time) / (to.Time - from.Time))));
    }

    private DayPlan Source(DateTimeOffset time) => after.Sleep.Contains(time) ? after : plan;

    private static long Index(DateTimeOffset time, int seconds) => time.ToUnixTimeSeconds() / seconds;
}
