using System.Text.Json.Serialization;

namespace GarminConnect.Client;

/// <summary>A step of a workout, or a group of steps that is repeated.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GarminExecutableStep), "ExecutableStepDTO")]
[JsonDerivedType(typeof(GarminRepeatGroup), "RepeatGroupDTO")]
public abstract record GarminWorkoutStep
{
    private protected GarminWorkoutStep()
    {
    }

    /// <summary>1, 2, 3 … through the whole workout, groups included: a group before its steps.</summary>
    public required int StepOrder { get; init; }

    /// <summary>What it is for; of a group <see cref="GarminStepType.Repeat"/>.</summary>
    public required GarminStepType StepType { get; init; }

    /// <summary>The number of the group, for the group and for its steps: 1 for the first group. Null for a step outside of groups.</summary>
    public int? ChildStepId { get; init; }

    /// <summary>A note for the athlete; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>When it ends; of a group <see cref="GarminEndCondition.Iterations"/>.</summary>
    public required GarminEndCondition EndCondition { get; init; }

    /// <summary>Seconds, metres, kilocalories, beats a minute or a count; null for the lap button.</summary>
    public double? EndConditionValue { get; init; }
}
