namespace GarminConnect.Simulator.Health;

/// <summary>Makes a night.</summary>
internal static class NightMaker
{
    public static Night Make(HealthDay day)
    {
        var (plan, signals) = (day.Plan, day.Signals);
        return new Night
        {
            Start = plan.Sleep.From,
            End = plan.Sleep.To,
            Phases = Phases(plan),
            RestlessMoments =
            [
                .. day.EveryOfNight(180).Where(time => Restless(plan, time) > 0.75).Select(time => new Reading(time, Restless(plan, time) > 0.95 ? 2 : 1)),
            ],
            HeartRates = [.. day.EveryOfNight(120).Select(time => new Reading(time, signals.HeartRate(time)))],
            Stress = [.. day.EveryOfNight(180).Select(time => new Reading(time, signals.Stress(time)))],
            BodyBattery = [.. day.EveryOfNight(180).Select(time => new Reading(time, signals.BodyBattery(time)))],
            Breaths = [.. day.EveryOfNight(120).Select(time => new Reading(time, signals.Breath(time)))],
            Oxygen = day.Watch ? [.. day.EveryOfNight(60).Select(time => new Reading(time, signals.Oxygen(time)))] : [],
            SkinTemperatureDeviationCelsius = plan.Dice.Between(-8, 8, DiceTopic.SkinTemperature, plan.Day.DayNumber) / 10.0,
        };
    }

    /// <summary>Cycles of about an hour and a half: less deep sleep and more dreams with each.</summary>
    private static List<SleepPhase> Phases(DayPlan plan)
    {
        var phases = new List<SleepPhase>();
        for (var cycle = 0; ; cycle++)
        {
            (SleepStage Stage, int Minutes)[] steps =
            [
                (SleepStage.Light, 12 + Chance(10, cycle, 0)),
                (SleepStage.Deep, Math.Max(32 - (7 * cycle), 4) + Chance(8, cycle, 1)),
                (SleepStage.Light, 15 + Chance(15, cycle, 2)),
                (SleepStage.Rem, 10 + (5 * cycle) + Chance(8, cycle, 3)),
                (SleepStage.Awake, Chance(8, cycle, 4) - 4),
            ];
            foreach (var (stage, minutes) in steps.Where(step => step.Minutes > 0))
            {
                var start = phases.Count == 0 ? plan.Sleep.From : phases[^1].End;
                var end = start.AddMinutes(minutes);
                if (end >= plan.Sleep.To)
                {
                    phases.Add(new SleepPhase(stage, start, plan.Sleep.To));
                    return phases;
                }

                phases.Add(new SleepPhase(stage, start, end));
            }
        }

        int Chance(int most, int cycle, int step) => plan.Dice.Between(0, most, DiceTopic.Stage, (plan.Day.DayNumber * 100L) + (cycle * 10) + step);
    }

    private static double Restless(DayPlan plan, DateTimeOffset time) => plan.Dice.Unit(DiceTopic.Restless, time.ToUnixTimeSeconds());
}
