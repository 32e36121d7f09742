namespace CentralDb.Client;

/// <summary>One step of a workout, or a group of steps that is repeated. What the plan does not say is null.</summary>
public sealed record WorkoutStep
{
    /// <summary><c>warmup</c>, <c>interval</c>, <c>recovery</c>, <c>rest</c>, <c>cooldown</c>, <c>other</c>, or <c>repeat</c> for a group.</summary>
    public string? Type { get; init; }

    /// <summary>When the step ends. Null for a group.</summary>
    public WorkoutDuration? Duration { get; init; }

    /// <summary>What to keep to. Null for none, and for a group.</summary>
    public WorkoutTarget? Target { get; init; }

    /// <summary>A word for the athlete.</summary>
    public string? Note { get; init; }

    /// <summary>How to swim: <c>freestyle</c>, <c>backstroke</c>, … Null in any other sport.</summary>
    public string? Stroke { get; init; }

    /// <summary>The exercise of a strength workout. Null in any other sport.</summary>
    public WorkoutExercise? Exercise { get; init; }

    /// <summary>The weight of a strength workout, in kilograms. Null in any other sport.</summary>
    public double? Weight { get; init; }

    /// <summary>How often a group is done. Null for a single step.</summary>
    public double? Times { get; init; }

    /// <summary>The steps of a group, in their order. Null for a single step.</summary>
    public IReadOnlyList<WorkoutStep?>? Steps { get; init; }
}
