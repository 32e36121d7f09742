namespace GarminConnect.Client;

/// <summary>What a step of a workout is.</summary>
internal sealed record GarminStepType(int StepTypeId, string StepTypeKey)
{
    public static readonly GarminStepType Warmup = new(1, "warmup");
    public static readonly GarminStepType Cooldown = new(2, "cooldown");
    public static readonly GarminStepType Interval = new(3, "interval");
    public static readonly GarminStepType Recovery = new(4, "recovery");
    public static readonly GarminStepType Rest = new(5, "rest");
    public static readonly GarminStepType Repeat = new(6, "repeat");
    public static readonly GarminStepType Other = new(7, "other");
}
