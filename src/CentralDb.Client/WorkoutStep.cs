namespace CentralDb.Client;

/// <summary>One step of a workout, or a group of steps that is repeated.</summary>
internal sealed record WorkoutStep
{
    /// <summary><c>warmup</c>, <c>interval</c>, <c>recovery</c>, <c>rest</c>, <c>cooldown</c>, <c>other</c>, or <c>repeat</c> for a group.</summary>
    public string? Type { get; init; }

    public WorkoutDuration? Duration { get; init; }

    public WorkoutTarget? Target { get; init; }

    /// <summary>For the athlete.</summary>
    public string? Note { get; init; }

    /// <summary>Of a swim: <c>freestyle</c>, <c>backstroke</c>, …</summary>
    public string? Stroke { get; init; }

    /// <summary>Of a strength workout.</summary>
    public WorkoutExercise? Exercise { get; init; }

    /// <summary>Of a strength workout: kilograms.</summary>
    public double? Weight { get; init; }

    /// <summary>Of a group: how often.</summary>
    public double? Times { get; init; }

    /// <summary>Of a group: what is repeated.</summary>
    public IReadOnlyList<WorkoutStep?>? Steps { get; init; }
}
