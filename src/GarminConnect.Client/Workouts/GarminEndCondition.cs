namespace GarminConnect.Client;

/// <summary>When a step of a workout ends.</summary>
internal sealed record GarminEndCondition(int ConditionTypeId, string ConditionTypeKey)
{
    public static readonly GarminEndCondition LapButton = new(1, "lap.button");
    public static readonly GarminEndCondition Time = new(2, "time");
    public static readonly GarminEndCondition Distance = new(3, "distance");
    public static readonly GarminEndCondition Calories = new(4, "calories");
    public static readonly GarminEndCondition HeartRate = new(6, "heart.rate");
    public static readonly GarminEndCondition Iterations = new(7, "iterations");
    public static readonly GarminEndCondition Reps = new(10, "reps");
}
