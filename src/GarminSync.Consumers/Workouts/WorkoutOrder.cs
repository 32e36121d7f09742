namespace GarminSync.Consumers.Workouts;

/// <summary>What <see cref="UploadWorkoutConsumer"/> has to upload.</summary>
public sealed record WorkoutOrder
{
    /// <summary>CentralDB's id of the plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>The day to schedule it on; null leaves the calendar as it is.</summary>
    public DateOnly? ScheduleOn { get; init; }

    /// <summary>
    /// True when the ledger had nothing of the account at the time of the plan: nothing was uploaded yet, or the state store was lost. The workout is then
    /// looked for at Garmin before it is made.
    /// </summary>
    public bool LedgerEmpty { get; init; }

    /// <summary>True: the workout is taken back, instead of uploaded.</summary>
    public bool Remove { get; init; }
}
