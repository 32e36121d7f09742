using GarminSync.Web.Api;

namespace GarminSync.Web.Workouts;

/// <summary>A plan as bars: as wide as a step is long, as high as it is hard.</summary>
internal sealed record WorkoutPicture
{
    // More are not told apart; then a group is drawn once, and the rest not at all.
    private const int MostBars = 150;

    // As CentralDB takes them.
    private const int MostTimes = 1000;

    // A step that ends when somebody presses a button has to have some width.
    private const double OpenSeconds = 180;

    public required IReadOnlyList<WorkoutBar> Bars { get; init; }

    /// <summary>The outermost groups.</summary>
    public required IReadOnlyList<WorkoutRepeat> Repeats { get; init; }

    /// <summary>How long the steps with an end take, in seconds; those by distance at a usual or the wanted speed.</summary>
    public required double Seconds { get; init; }

    /// <summary>How far the steps by distance go, in metres.</summary>
    public required double Meters { get; init; }

    /// <summary>Whether a step has no end that is known beforehand.</summary>
    public required bool IsOpen { get; init; }

    public static WorkoutPicture Of(Workout workout)
    {
        var steps = workout.Steps ?? [];
        var unfold = Count(steps, unfold: true) <= MostBars;
        var drawn = new List<(WorkoutStep Step, double Seconds)>();
        var groups = new List<(int From, int Before, int Times)>();
        foreach (var step in steps.OfType<WorkoutStep>())
        {
            var from = drawn.Count;
            Unfold(step, workout.Sport, unfold, drawn);
            if (step.Type == WorkoutStep.Repeat && drawn.Count > from)
            {
                groups.Add((from, drawn.Count, TimesOf(step)));
            }
        }

        var total = Math.Max(1, drawn.Sum(step => step.Seconds));
        var starts = new double[drawn.Count + 1];
        for (var i = 0; i < drawn.Count; i++)
        {
            starts[i + 1] = starts[i] + (drawn[i].Seconds / total);
        }

        return new()
        {
            Bars =
            [
                .. drawn.Select((step, i) => new WorkoutBar(
                    starts[i], starts[i + 1] - starts[i], HeightOf(step.Step, drawn), ToneOf(step.Step), IsOpenEnded(step.Step), WorkoutWords.Step(step.Step, workout.Sport))),
            ],
            Repeats = [.. groups.Select(group => new WorkoutRepeat(starts[group.From], starts[group.Before] - starts[group.From], group.Times))],
            Seconds = Sum(steps, step => IsOpenEnded(step) ? 0 : SecondsOf(step, workout.Sport)),
            Meters = Sum(steps, step => step.Duration is { Type: "distance", Value: { } meters } ? meters : 0),
            IsOpen = HasOpen(steps),
        };
    }

    /// <summary>The colour of a step, as a class.</summary>
    public static string ToneOf(WorkoutStep step) => step.Type switch
    {
        "warmup" or "cooldown" => "step-easy",
        "recovery" or "rest" => "step-rest",
        "interval" => "step-hard",
        _ => "step-other",
    };

    private static int Count(IReadOnlyList<WorkoutStep?> steps, bool unfold) =>
        (int)Math.Min(100_000, steps.OfType<WorkoutStep>().Sum(step => step.Type == WorkoutStep.Repeat ? (long)(unfold ? TimesOf(step) : 1) * Count(step.Steps ?? [], unfold) : 1));

    private static double Sum(IReadOnlyList<WorkoutStep?> steps, Func<WorkoutStep, double> value) =>
        steps.OfType<WorkoutStep>().Sum(step => step.Type == WorkoutStep.Repeat ? TimesOf(step) * Sum(step.Steps ?? [], value) : value(step));

    private static bool HasOpen(IReadOnlyList<WorkoutStep?> steps) =>
        steps.OfType<WorkoutStep>().Any(step => step.Type == WorkoutStep.Repeat ? HasOpen(step.Steps ?? []) : IsOpenEnded(step));

    private static void Unfold(WorkoutStep step, string? sport, bool unfold, List<(WorkoutStep Step, double Seconds)> drawn)
    {
        // Nothing a thousand times, a thousand times over, takes for ever.
        if (drawn.Count >= MostBars || Count([step], unfold: false) == 0)
        {
            return;
        }

        if (step.Type != WorkoutStep.Repeat)
        {
            drawn.Add((step, SecondsOf(step, sport)));
            return;
        }

        for (var time = 0; time < (unfold ? TimesOf(step) : 1); time++)
        {
            foreach (var inner in (step.Steps ?? []).OfType<WorkoutStep>())
            {
                Unfold(inner, sport, unfold, drawn);
            }
        }
    }

    private static int TimesOf(WorkoutStep step) => step.Times is >= 1 ? (int)Math.Min(step.Times.Value, MostTimes) : 1;

    private static bool IsOpenEnded(WorkoutStep step) => step.Duration is not { Type: "time" or "distance" or "reps", Value: > 0 };

    private static double SecondsOf(WorkoutStep step, string? sport) => Math.Clamp(
        step.Duration switch
        {
            { Type: "time", Value: { } seconds } => seconds,
            { Type: "distance", Value: { } meters } => meters / SpeedOf(step.Target, sport),
            { Type: "reps", Value: { } repetitions } => repetitions * 4,
            _ => OpenSeconds,
        },
        1,
        86_400);

    // In metres a second: the wanted one, or what is usual.
    private static double SpeedOf(WorkoutTarget? target, string? sport) => target switch
    {
        { Type: "pace", Low: > 0, High: > 0 } => 2000 / (target.Low.Value + target.High.Value),
        { Type: "speed", Low: > 0, High: > 0 } => (target.Low.Value + target.High.Value) / 2,
        _ => sport switch
        {
            "cycling" => 8,
            "swimming" => 0.9,
            "walking" => 1.4,
            "hiking" => 1.1,
            _ => 3,
        },
    };

    // A zone says how hard it is; bounds say it in comparison with the hardest step that has the same kind; else the type does.
    private static double HeightOf(WorkoutStep step, List<(WorkoutStep Step, double Seconds)> all) => step.Target switch
    {
        { Type: "heart_rate_zone", Zone: >= 1 and <= 5 } => step.Target.Zone.Value / 5,
        { Type: "power_zone", Zone: >= 1 and <= 7 } => step.Target.Zone.Value / 7,
        { Type: not null } target when EffortOf(target) is { } effort =>
            Math.Clamp(effort / all.Max(one => one.Step.Target?.Type == target.Type ? EffortOf(one.Step.Target) ?? 0 : 0), 0.25, 1),
        _ => step.Type switch
        {
            "interval" => 0.85,
            "warmup" or "cooldown" => 0.4,
            "recovery" => 0.3,
            "rest" => 0.15,
            _ => 0.5,
        },
    };

    // More is harder; of a pace less is.
    private static double? EffortOf(WorkoutTarget target) => target switch
    {
        { Low: > 0, High: > 0, Type: "pace" } => 2000 / (target.Low.Value + target.High.Value),
        { Low: > 0, High: > 0, Type: "heart_rate" or "power" or "speed" } => (target.Low.Value + target.High.Value) / 2,
        _ => null,
    };
}
