namespace GarminConnect.Client;

/// <summary>What a step of a workout is for. The id decides; Garmin replaces a key that does not fit it.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.4.</remarks>
/// <param name="StepTypeId">Garmin's id.</param>
/// <param name="StepTypeKey">Garmin's key of that id.</param>
public sealed record GarminStepType(int StepTypeId, string StepTypeKey)
{
    /// <summary>Warming up.</summary>
    public static readonly GarminStepType Warmup = new(1, "warmup");

    /// <summary>Cooling down.</summary>
    public static readonly GarminStepType Cooldown = new(2, "cooldown");

    /// <summary>The effort.</summary>
    public static readonly GarminStepType Interval = new(3, "interval");

    /// <summary>Easy, between efforts.</summary>
    public static readonly GarminStepType Recovery = new(4, "recovery");

    /// <summary>Rest.</summary>
    public static readonly GarminStepType Rest = new(5, "rest");

    /// <summary>A group that is repeated.</summary>
    public static readonly GarminStepType Repeat = new(6, "repeat");

    /// <summary>Anything else.</summary>
    public static readonly GarminStepType Other = new(7, "other");
}
