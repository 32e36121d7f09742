using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>Checks the shape of a plan's steps, and names what is wrong by its place: <c>steps[1].steps[0].duration.value</c>.</summary>
internal sealed class WorkoutStepRules(FieldErrors errors)
{
    private const int MaxSteps = 500;
    private const int MaxDepth = 5;

    private static readonly string[] StepTypes = ["warmup", "interval", "recovery", "rest", "cooldown", "other"];
    private static readonly string[] DurationTypes = ["time", "distance", "calories", "heart_rate", "lap_button", "reps"];
    private static readonly string[] ZoneTargets = ["heart_rate_zone", "power_zone"];
    private static readonly string[] RangeTargets = ["heart_rate", "power", "pace", "speed", "cadence"];

    private static readonly string[] Strokes = ["any", "freestyle", "backstroke", "breaststroke", "butterfly", "individual_medley", "mixed", "drill"];

    private int _count;

    public void Check(IReadOnlyList<WorkoutStep?>? steps, string field = "steps", int depth = 1)
    {
        if (steps is null || steps.Count == 0)
        {
            errors.Add(field, "must be a list with at least one step");
            return;
        }

        if ((_count += steps.Count) > MaxSteps || depth > MaxDepth)
        {
            errors.Add(field, $"is too much: a plan has at most {MaxSteps} steps, nested at most {MaxDepth} deep");
            return;
        }

        for (var i = 0; i < steps.Count; i++)
        {
            CheckStep(steps[i], $"{field}[{i}]", depth);
        }
    }

    private void CheckStep(WorkoutStep? step, string field, int depth)
    {
        if (step is null)
        {
            errors.Add(field, "must not be null");
            return;
        }

        Fields.Text(errors, $"{field}.note", step.Note, 1000);
        if (step.Type == "repeat")
        {
            Require(step.Times is >= 1 and <= 1000, $"{field}.times", "must be a whole number from 1 to 1000");
            Check(step.Steps, $"{field}.steps", depth + 1);
            return;
        }

        OneOf(step.Type, [.. StepTypes, "repeat"], $"{field}.type");
        Require(step.Steps is null && step.Times is null, $"{field}.type", "must be repeat when there are steps or times");
        CheckDuration(step.Duration, $"{field}.duration");
        CheckTarget(step.Target, $"{field}.target");
        CheckSport(step, field);
    }

    private void CheckSport(WorkoutStep step, string field)
    {
        Require(step.Stroke is null || Strokes.Contains(step.Stroke), $"{field}.stroke", $"must be one of {string.Join(", ", Strokes)}");
        Require(step.Weight is null || IsPositive(step.Weight), $"{field}.weight", "must be a number above 0");
        if (step.Exercise is { } exercise)
        {
            Require(Fields.Text(errors, $"{field}.exercise.category", exercise.Category, 100) is not null, $"{field}.exercise.category", Fields.Required);
            Fields.Text(errors, $"{field}.exercise.name", exercise.Name, 100);
        }
    }

    private void CheckDuration(StepDuration? duration, string field)
    {
        if (duration is null)
        {
            errors.Add(field, Fields.Required);
            return;
        }

        OneOf(duration.Type, DurationTypes, $"{field}.type");
        Require(duration.Type == "lap_button" || IsPositive(duration.Value), $"{field}.value", "must be a number above 0");
    }

    private void CheckTarget(StepTarget? target, string field)
    {
        if (target?.Type is null or "none")
        {
            return;
        }

        OneOf(target.Type, ["none", .. ZoneTargets, .. RangeTargets], $"{field}.type");
        if (ZoneTargets.Contains(target.Type))
        {
            Require(target.Zone is >= 1 and <= 10, $"{field}.zone", "must be a whole number from 1 to 10");
        }
        else if (RangeTargets.Contains(target.Type))
        {
            Require(IsPositive(target.Low), $"{field}.low", "must be a number above 0");
            Require(IsPositive(target.High), $"{field}.high", "must be a number above 0");
        }
    }

    private void OneOf(string? value, string[] allowed, string field) =>
        Require(allowed.Contains(value), field, $"must be one of {string.Join(", ", allowed)}");

    private void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            errors.Add(field, message);
        }
    }

    private static bool IsPositive(double? value) => value is > 0 and < double.PositiveInfinity;
}
