using System.Text.RegularExpressions;
using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>What only some sports have: strokes, exercises, weights.</summary>
internal static partial class SportDetails
{
    private const double GramsPerKilogram = 1000;

    private static readonly Dictionary<string, GarminStrokeType> Strokes = new(StringComparer.Ordinal)
    {
        ["any"] = GarminStrokeType.Any,
        ["freestyle"] = GarminStrokeType.Freestyle,
        ["backstroke"] = GarminStrokeType.Backstroke,
        ["breaststroke"] = GarminStrokeType.Breaststroke,
        ["butterfly"] = GarminStrokeType.Butterfly,
        ["individual_medley"] = GarminStrokeType.IndividualMedley,
        ["mixed"] = GarminStrokeType.Mixed,
        ["drill"] = GarminStrokeType.Drill,
    };

    public static GarminExecutableStep Apply(GarminExecutableStep step, WorkoutStep plan, GarminSportType sport, Action<string> refuse)
    {
        Check(plan, sport, refuse);
        return step with
        {
            StrokeType = Strokes.GetValueOrDefault(plan.Stroke ?? ""),
            Category = plan.Exercise?.Category,
            ExerciseName = plan.Exercise?.Name,
            WeightValue = plan.Weight * GramsPerKilogram,
            WeightUnit = plan.Weight is null ? null : GarminUnit.Kilogram,
        };
    }

    private static void Check(WorkoutStep plan, GarminSportType sport, Action<string> refuse)
    {
        if (plan.Stroke is { } stroke && (sport != GarminSportType.Swimming || !Strokes.ContainsKey(stroke)))
        {
            refuse($"stroke is for swimming, and one of {string.Join(", ", Strokes.Keys)}");
        }

        if (sport != GarminSportType.Strength && (plan.Exercise is not null || plan.Weight is not null))
        {
            refuse("exercise and weight are for strength workouts");
        }

        if (plan.Exercise is { } exercise && !(IsKey(exercise.Category) && (exercise.Name is null || IsKey(exercise.Name))))
        {
            refuse("exercise wants a category, and may have a name, both keys of Garmin's such as ROW and BANDED_FACE_PULLS");
        }

        if (plan.Weight is { } weight && !Quantity.IsPositive(weight))
        {
            refuse("weight must be a number of kilograms above 0");
        }
    }

    private static bool IsKey(string? text) => text is not null && GarminKey.IsMatch(text);

    [GeneratedRegex(@"\A[A-Z0-9_]{1,100}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GarminKey { get; }
}
