using System.Text.Json.Serialization;

namespace GarminConnect.Client;

/// <summary>A step of a workout, or a group of steps that is repeated.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GarminExecutableStep), "ExecutableStepDTO")]
[JsonDerivedType(typeof(GarminRepeatGroup), "RepeatGroupDTO")]
internal abstract record GarminWorkoutStep
{
    /// <summary>1, 2, 3 … through the whole workout, depth first, groups included.</summary>
    public required int StepOrder { get; init; }

    public required GarminStepType StepType { get; init; }

    /// <summary>The number of the group that it is, or lies in; null outside of groups.</summary>
    public int? ChildStepId { get; init; }

    public string? Description { get; init; }

    public required GarminEndCondition EndCondition { get; init; }

    /// <summary>Seconds, metres, kilocalories, beats a minute or a count; null for the lap button.</summary>
    public double? EndConditionValue { get; init; }
}
