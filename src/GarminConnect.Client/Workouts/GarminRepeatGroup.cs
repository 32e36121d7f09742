namespace GarminConnect.Client;

/// <summary>
/// Steps that are repeated. Its <see cref="GarminWorkoutStep.EndCondition"/> must be <see cref="GarminEndCondition.Iterations"/> with the same number, or Garmin
/// forgets how often.
/// </summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
public sealed record GarminRepeatGroup : GarminWorkoutStep
{
    /// <summary>How often the steps are done.</summary>
    public required int NumberOfIterations { get; init; }

    /// <summary>Garmin's flag of that name; what it does is not known.</summary>
    public bool SmartRepeat { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<GarminWorkoutStep> WorkoutSteps { get; init; }
}
