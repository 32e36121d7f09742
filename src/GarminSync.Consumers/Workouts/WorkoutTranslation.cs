using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>A plan of CentralDB as a workout of Garmin Connect. What Garmin cannot express is refused, never left out.</summary>
internal static class WorkoutTranslation
{
    private static readonly Dictionary<string, GarminSportType> Sports = new(StringComparer.Ordinal)
    {
        ["running"] = GarminSportType.Running,
        ["cycling"] = GarminSportType.Cycling,
        ["swimming"] = GarminSportType.Swimming,
        ["strength"] = GarminSportType.Strength,
        ["walking"] = GarminSportType.Walking,
        ["hiking"] = GarminSportType.Hiking,
        ["other"] = GarminSportType.Other,
    };

    public static TranslatedWorkout Of(WorkoutPlan plan, string planId)
    {
        var problems = new StepProblems();
        if (string.IsNullOrWhiteSpace(plan.Name))
        {
            problems.Add(null, "the plan has no name");
        }

        if (!Sports.TryGetValue(plan.Sport ?? "", out var sport))
        {
            problems.Add(null, $"the plan's sport is '{plan.Sport}'; known are {string.Join(", ", Sports.Keys)}");
            return new TranslatedWorkout.Refused(problems.ToString());
        }

        CheckPool(plan, sport, problems);
        var steps = new StepTranslation(sport, problems).Translate(plan.Steps);
        return problems.Any
            ? new TranslatedWorkout.Refused(problems.ToString())
            : new TranslatedWorkout.Translated(new GarminWorkout
            {
                WorkoutName = plan.Name!,
                Description = PlanMarker.AppendTo(plan.Description, planId),
                SportType = sport,
                EstimatedDurationInSecs = (int?)Seconds(steps),
                PoolLength = plan.PoolLength,
                PoolLengthUnit = plan.PoolLength is null ? null : GarminUnit.Meter,
                WorkoutSegments = [new GarminWorkoutSegment(1, sport, steps)],
            });
    }

    private static void CheckPool(WorkoutPlan plan, GarminSportType sport, StepProblems problems)
    {
        if (plan.PoolLength is not { } length)
        {
            return;
        }

        if (sport != GarminSportType.Swimming)
        {
            problems.Add(null, $"the plan has a pool_length, which {plan.Sport} has not");
        }
        else if (!Quantity.IsPositive(length))
        {
            problems.Add(null, "pool_length must be a number of metres above 0");
        }
    }

    /// <summary>Null when a step has no fixed time.</summary>
    private static double? Seconds(IEnumerable<GarminWorkoutStep> steps)
    {
        double? total = 0;
        foreach (var step in steps)
        {
            total += step switch
            {
                GarminRepeatGroup group => group.NumberOfIterations * Seconds(group.WorkoutSteps),
                { EndCondition: var end } when end == GarminEndCondition.Time => step.EndConditionValue,
                _ => null,
            };
        }

        return total <= int.MaxValue ? total : null;
    }
}
