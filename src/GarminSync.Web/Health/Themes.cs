using GarminSync.Web.Charts;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Health;

/// <summary>What is shown of weeks, months and years.</summary>
internal static class Themes
{
    public static IReadOnlyList<Theme> Of(HealthView view)
    {
        var maker = new ChartMaker(view);
        Theme[] all =
        [
            new("sleep", Texts.Health_Sleep, [.. Sleep(maker), .. maker.Chart(Texts.Health_SleepScore, "sleep_score", ChartShape.Line, "tone-speed", smallestRange: 20)]),
            new("heart", Texts.Health_Heart, [.. maker.Chart(Texts.Health_RestingHeartRate, "resting_heart_rate", ChartShape.Line, "tone-heart", smallestRange: 10), .. Variability(maker)]),
            new("activity", Texts.Health_Activity, [.. Steps(maker)]),
            new("energy", Texts.Health_Energy, [.. maker.Chart(Texts.Health_Stress, "average_stress", ChartShape.Area, "tone-cadence", fromZero: true), .. Battery(maker)]),
            new("breathing", Texts.Health_Breathing, [.. Oxygen(maker), .. maker.Chart(Texts.Health_Respiration, "average_waking_respiration", ChartShape.Line, "tone-ground", smallestRange: 4)]),
            new("body", Texts.Health_Body, [.. maker.Chart(Texts.Health_Weight, "weight", ChartShape.Dots, "tone-plain", smallestRange: 4), .. Composition(maker)]),
            new("training", Texts.Health_Training, [.. Training(maker)]),
            new("races", Texts.Health_Races, [.. Races(maker)]),
        ];
        return [.. all.Where(theme => theme.Charts.Count > 0)];
    }

    private static IEnumerable<HealthChart> Steps(ChartMaker maker)
    {
        var series = maker.Series(Texts.Health_Steps, "steps", ChartShape.Bars, "tone-plain").Concat(maker.Series(Texts.Health_StepGoal, "step_goal", ChartShape.Line, "tone-cadence"));
        foreach (var chart in maker.Chart(Texts.Health_Steps, "steps", series, fromZero: true))
        {
            var reached = (maker.Values("steps") ?? []).Zip(maker.Values("step_goal") ?? [], (steps, goal) => steps is { } walked && goal is { } wanted ? walked >= wanted : (bool?)null).OfType<bool>().ToList();
            yield return reached.Count == 0 || !maker.IsDayByDay ? chart : chart with { Summary = $"{chart.Summary} · {Texts.Health_GoalReached.With(reached.Count(day => day), reached.Count)}" };
        }
    }

    // The stages stand on each other, deep sleep at the bottom; together they are the night.
    private static IEnumerable<HealthChart> Sleep(ChartMaker maker)
    {
        var stages = new List<ChartSeries>();
        IReadOnlyList<double?>? below = null;
        foreach (var (name, type) in new[] { (Texts.Health_Deep, "deep"), (Texts.Health_Rem, "rem"), (Texts.Health_Light, "light"), (Texts.Health_Awake, "awake") })
        {
            if (maker.Values($"{type}_sleep") is not { } values)
            {
                continue;
            }

            List<double?> low = [.. values.Select((value, i) => value is null ? (double?)null : below?[i] ?? 0)];
            List<double?> high = [.. values.Select((value, i) => value + low[i])];
            stages.Add(new ChartSeries { Name = name, Values = low, Highs = high, Shape = ChartShape.Bars, Tone = $"tone-{type}", Text = HealthNumbers.Hours });
            below = [.. high.Select((value, i) => value ?? below?[i])];
        }

        var series = stages.Count > 0 ? stages : maker.Series(Texts.Health_SleepLength, "sleep_duration", ChartShape.Bars, "tone-light");
        return maker.Has("sleep_duration")
            ? [new HealthChart(Texts.Health_SleepLength, maker.Mean("sleep_duration"), HoursOf(stages, maker.Values("sleep_duration")), [.. series]) { Height = 150 }]
            : [];
    }

    private static ChartAxis HoursOf(List<ChartSeries> stages, IReadOnlyList<double?>? lengths)
    {
        var most = stages.SelectMany(one => one.Highs!).Concat(lengths ?? []).Max() ?? 0;
        return ChartAxis.Durations(0, Math.Max(most * 1.04, 3600), HealthNumbers.Hours, value => $"{(int)Math.Round(value / 3600)} h");
    }

    private static IEnumerable<HealthChart> Variability(ChartMaker maker) => maker.Chart(
        Texts.Health_Hrv,
        "hrv_last_night_average",
        [
            .. maker.Band(Texts.Health_HrvBaseline, "hrv_baseline_balanced_low", "hrv_baseline_balanced_upper", "tone-baseline"),
            .. maker.Series(Texts.Health_HrvWeek, "hrv_weekly_average", ChartShape.Line, "tone-ground"),
            .. maker.Series(Texts.Health_HrvNight, "hrv_last_night_average", ChartShape.Line, "tone-power"),
        ],
        smallestRange: 20);

    private static IEnumerable<HealthChart> Battery(ChartMaker maker) => maker.Chart(
        Texts.Health_BodyBattery, "body_battery_highest", maker.Band(Texts.Health_LowestHighest, "body_battery_lowest", "body_battery_highest", "tone-speed"), fromZero: true)
        .Select(chart => chart with { Summary = maker.Mean("body_battery_lowest", "body_battery_highest") });

    private static IEnumerable<HealthChart> Oxygen(ChartMaker maker) => maker.Chart(
        Texts.Health_Spo2,
        "average_spo2",
        [
            .. maker.Series(Texts.Health_Lowest, "lowest_spo2", ChartShape.Line, "tone-cadence"),
            .. maker.Series(Texts.Health_Average, "average_spo2", ChartShape.Line, "tone-heart"),
        ],
        smallestRange: 8);

    private static IEnumerable<HealthChart> Composition(ChartMaker maker) =>
    [
        .. maker.Chart(
            Texts.Health_Composition,
            maker.AnyOf("body_fat", "body_water"),
            [
                .. maker.Series(Texts.Health_BodyFat, "body_fat", ChartShape.Dots, "tone-cadence"),
                .. maker.Series(Texts.Health_BodyWater, "body_water", ChartShape.Dots, "tone-speed"),
            ],
            smallestRange: 4).Select(chart => chart with { Summary = null }),
        .. maker.Chart(Texts.Health_Muscle, "muscle_mass", ChartShape.Dots, "tone-ground", smallestRange: 4),
    ];

    private static IEnumerable<HealthChart> Training(ChartMaker maker) =>
    [
        .. maker.Chart(Texts.Health_Readiness, "training_readiness", ChartShape.Area, "tone-speed", fromZero: true),
        .. maker.Chart(
            Texts.Health_Load,
            "acute_training_load",
            [
                .. maker.Band(Texts.Health_LoadRange, "min_chronic_training_load", "max_chronic_training_load", "tone-baseline"),
                .. maker.Series(Texts.Health_LoadAcute, "acute_training_load", ChartShape.Line, "tone-power"),
            ],
            fromZero: true),
        .. maker.Chart(Texts.Health_Status, "training_status", maker.Series(Texts.Health_Status, "training_status", ChartShape.Dots, "tone-ground"), smallestRange: 8, mark: _ => "")
            .Select(chart => chart with { Summary = null, Height = 60 }),
        .. maker.Chart(
            Texts.Health_Vo2Max,
            maker.AnyOf("vo2_max", "vo2_max_cycling"),
            [
                .. maker.Series(Texts.Health_Running, "vo2_max", ChartShape.Dots, "tone-heart"),
                .. maker.Series(Texts.Health_Cycling, "vo2_max_cycling", ChartShape.Dots, "tone-speed"),
            ],
            smallestRange: 4),
    ];

    private static IEnumerable<HealthChart> Races(ChartMaker maker)
    {
        foreach (var (title, type) in new[]
        {
            (Texts.Health_Race5k, "race_prediction_5k"), (Texts.Health_Race10k, "race_prediction_10k"),
            (Texts.Health_RaceHalf, "race_prediction_half_marathon"), (Texts.Health_RaceMarathon, "race_prediction_marathon"),
        })
        {
            if (maker.Has(type))
            {
                List<double> values = [.. (maker.Values(type) ?? []).OfType<double>()];
                var (min, max) = values.Count == 0 ? (0, 60) : (values.Min(), values.Max());
                var room = Math.Max((max - min) * 0.1, min * 0.01);
                yield return new HealthChart(
                    title,
                    maker.Last(type) is { } last ? Texts.Health_LastValue.With(HealthNumbers.Clock(last)) : null,
                    ChartAxis.Durations(min - room, max + room, HealthNumbers.Clock, HealthNumbers.Clock),
                    [.. maker.Series(title, type, ChartShape.Line, "tone-heart")])
                { Height = 70 };
            }
        }
    }
}
