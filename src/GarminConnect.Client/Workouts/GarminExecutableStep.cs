namespace GarminConnect.Client;

/// <summary>A step of a workout.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
public sealed record GarminExecutableStep : GarminWorkoutStep
{
    /// <summary><c>gt</c> or <c>lt</c> for a step that ends at a heart rate; null for others. The two words are a guess (section 7.4).</summary>
    public string? EndConditionCompare { get; init; }

    /// <summary>What to hold.</summary>
    public required GarminTargetType TargetType { get; init; }

    /// <summary>The zone to hold, instead of the two values; null for none.</summary>
    public int? ZoneNumber { get; init; }

    /// <summary>The lower value, or of a pace the faster one, in the unit of the target; null for none.</summary>
    public double? TargetValueOne { get; init; }

    /// <summary>The upper value, or of a pace the slower one, in the unit of the target; null for none.</summary>
    public double? TargetValueTwo { get; init; }

    /// <summary>How to swim it; null for other sports.</summary>
    public GarminStrokeType? StrokeType { get; init; }

    /// <summary>The kind of a strength exercise, a key of Garmin's such as <c>ROW</c>; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>The strength exercise, a key of Garmin's such as <c>BANDED_FACE_PULLS</c>; null for none.</summary>
    public string? ExerciseName { get; init; }

    /// <summary>The weight in grams; null for none.</summary>
    public double? WeightValue { get; init; }

    /// <summary>The unit in which the weight is shown; null without a weight.</summary>
    public GarminUnit? WeightUnit { get; init; }
}
