namespace GarminConnect.Client;

/// <summary>Steps that are repeated. Without the end by iterations, with the same number, Garmin forgets how often.</summary>
internal sealed record GarminRepeatGroup : GarminWorkoutStep
{
    public required int NumberOfIterations { get; init; }

    public bool SmartRepeat { get; init; }

    public required IReadOnlyList<GarminWorkoutStep> WorkoutSteps { get; init; }
}
