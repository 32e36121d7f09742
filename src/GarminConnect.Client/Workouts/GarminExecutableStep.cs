namespace GarminConnect.Client;

/// <summary>A step of a workout.</summary>
internal sealed record GarminExecutableStep : GarminWorkoutStep
{
    /// <summary>Of an end by heart rate: <c>gt</c> or <c>lt</c>.</summary>
    public string? EndConditionCompare { get; init; }

    public required GarminTargetType TargetType { get; init; }

    /// <summary>Instead of the two values.</summary>
    public int? ZoneNumber { get; init; }

    /// <summary>The lower value; of a pace the faster one.</summary>
    public double? TargetValueOne { get; init; }

    public double? TargetValueTwo { get; init; }

    public GarminStrokeType? StrokeType { get; init; }

    /// <summary>Of a strength exercise: a key such as <c>ROW</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Of a strength exercise: a key such as <c>BANDED_FACE_PULLS</c>.</summary>
    public string? ExerciseName { get; init; }

    /// <summary>Grams.</summary>
    public double? WeightValue { get; init; }

    public GarminUnit? WeightUnit { get; init; }
}
