namespace GarminConnect.Client;

/// <summary>When a step of a workout ends. The id decides; Garmin replaces a key that does not fit it.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.4.</remarks>
/// <param name="ConditionTypeId">Garmin's id.</param>
/// <param name="ConditionTypeKey">Garmin's key of that id.</param>
public sealed record GarminEndCondition(int ConditionTypeId, string ConditionTypeKey)
{
    /// <summary>When the lap button is pressed; no value.</summary>
    public static readonly GarminEndCondition LapButton = new(1, "lap.button");

    /// <summary>After a time; the value is seconds.</summary>
    public static readonly GarminEndCondition Time = new(2, "time");

    /// <summary>After a distance; the value is metres.</summary>
    public static readonly GarminEndCondition Distance = new(3, "distance");

    /// <summary>After energy spent; the value is kilocalories.</summary>
    public static readonly GarminEndCondition Calories = new(4, "calories");

    /// <summary>At a heart rate; the value is beats a minute.</summary>
    public static readonly GarminEndCondition HeartRate = new(6, "heart.rate");

    /// <summary>Of a group: after a number of rounds.</summary>
    public static readonly GarminEndCondition Iterations = new(7, "iterations");

    /// <summary>After a number of repetitions.</summary>
    public static readonly GarminEndCondition Reps = new(10, "reps");
}
