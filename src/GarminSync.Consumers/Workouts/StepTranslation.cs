using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>The steps of one plan, numbered as Garmin wants them: depth first through the whole workout, groups by themselves.</summary>
internal sealed class StepTranslation(GarminSportType sport, StepProblems problems)
{
    private const string Repeat = "repeat";

    // Garmin's own limit is not known.
    private const int MostIterations = 99;

    private static readonly Dictionary<string, GarminStepType> Types = new(StringComparer.Ordinal)
    {
        ["warmup"] = GarminStepType.Warmup,
        ["interval"] = GarminStepType.Interval,
        ["recovery"] = GarminStepType.Recovery,
        ["rest"] = GarminStepType.Rest,
        ["cooldown"] = GarminStepType.Cooldown,
        ["other"] = GarminStepType.Other,
    };

    private int _steps;
    private int _groups;

    public IReadOnlyList<GarminWorkoutStep> Translate(IReadOnlyList<WorkoutStep?>? steps)
    {
        if (steps is null or [])
        {
            problems.Add(null, "the plan has no steps");
        }

        return Translate(steps ?? [], path: "", group: null);
    }

    private List<GarminWorkoutStep> Translate(IReadOnlyList<WorkoutStep?> steps, string path, int? group) =>
        [.. steps.Select((step, index) => Translate(step, $"{path}{index + 1}", group)).OfType<GarminWorkoutStep>()];

    private GarminWorkoutStep? Translate(WorkoutStep? step, string path, int? group)
    {
        var name = $"step {path} ({step?.Type ?? "without a type"})";
        if (step?.Type == Repeat)
        {
            return TranslateGroup(step, path, name);
        }

        if (!Types.TryGetValue(step?.Type ?? "", out var type))
        {
            problems.Add(name, $"the type must be one of {string.Join(", ", Types.Keys)}, {Repeat}");
            return null;
        }

        return TranslateStep(step!, name, type, group);
    }

    private GarminRepeatGroup TranslateGroup(WorkoutStep step, string path, string name)
    {
        if (!Quantity.IsWhole(step.Times, 1, MostIterations))
        {
            problems.Add(name, $"times must be a whole number from 1 to {MostIterations}");
        }

        if (step.Steps is null or [])
        {
            problems.Add(name, "it has no steps to repeat");
        }

        if (step is not { Duration: null, Target: null or { Type: null or "none" }, Stroke: null, Exercise: null, Weight: null })
        {
            problems.Add(name, "duration, target, stroke, exercise and weight belong to the steps that are repeated");
        }

        var order = ++_steps;
        var number = ++_groups;
        var times = Quantity.IsWhole(step.Times, 1, MostIterations) ? (int)step.Times!.Value : 1;
        return new GarminRepeatGroup
        {
            StepOrder = order,
            StepType = GarminStepType.Repeat,
            ChildStepId = number,
            Description = step.Note,
            NumberOfIterations = times,
            EndCondition = GarminEndCondition.Iterations,
            EndConditionValue = times,
            WorkoutSteps = Translate(step.Steps ?? [], $"{path}.", number),
        };
    }

    private GarminExecutableStep TranslateStep(WorkoutStep step, string name, GarminStepType type, int? group)
    {
        if (step is not { Times: null, Steps: null })
        {
            problems.Add(name, $"times and steps are for the type {Repeat}");
        }

        var ended = EndTranslation.Apply(
            new GarminExecutableStep
            {
                StepOrder = ++_steps,
                StepType = type,
                ChildStepId = group,
                Description = step.Note,
                EndCondition = GarminEndCondition.LapButton,
                TargetType = GarminTargetType.None,
            },
            step.Duration, sport, problem => problems.Add(name, problem));
        var targeted = TargetTranslation.Apply(ended, step.Target, sport, problem => problems.Add(name, problem));
        return SportDetails.Apply(targeted, step, sport, problem => problems.Add(name, problem));
    }
}
