using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>When a step ends.</summary>
internal static class EndTranslation
{
    private const string LapButton = "lap_button";

    private static readonly Dictionary<string, GarminEndCondition> Types = new(StringComparer.Ordinal)
    {
        ["time"] = GarminEndCondition.Time,
        ["distance"] = GarminEndCondition.Distance,
        ["calories"] = GarminEndCondition.Calories,
        ["heart_rate"] = GarminEndCondition.HeartRate,
        [LapButton] = GarminEndCondition.LapButton,
        ["reps"] = GarminEndCondition.Reps,
    };

    public static GarminExecutableStep Apply(GarminExecutableStep step, WorkoutDuration? duration, GarminSportType sport, Action<string> refuse)
    {
        if (!Types.TryGetValue(duration?.Type ?? "", out var end))
        {
            refuse($"duration.type must be one of {string.Join(", ", Types.Keys)}");
            return step;
        }

        if (end == GarminEndCondition.LapButton)
        {
            return step with { EndCondition = end };
        }

        Check(end, duration!.Value, sport, refuse);
        return step with
        {
            EndCondition = end,
            EndConditionValue = duration.Value,
            EndConditionCompare = end == GarminEndCondition.HeartRate ? Compare(step.StepType) : null,
        };
    }

    private static void Check(GarminEndCondition end, double? value, GarminSportType sport, Action<string> refuse)
    {
        if (end == GarminEndCondition.Reps && sport != GarminSportType.Strength)
        {
            refuse("repetitions are counted in a strength workout only");
        }

        if (!Quantity.IsPositive(value))
        {
            refuse("duration.value must be a number above 0");
        }
        else if (end == GarminEndCondition.Reps && !Quantity.IsWhole(value, 1, int.MaxValue))
        {
            refuse("the number of repetitions must be whole");
        }
    }

    // Plans have no direction, Garmin needs one: efforts end above the heart rate, rests below it.
    private static string Compare(GarminStepType type) =>
        type == GarminStepType.Recovery || type == GarminStepType.Rest || type == GarminStepType.Cooldown ? "lt" : "gt";
}
