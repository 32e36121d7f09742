namespace GarminSync.Consumers.Workouts;

/// <summary>What <see cref="UploadWorkoutConsumer"/> has to upload.</summary>
public sealed record WorkoutOrder
{
    /// <summary>CentralDB's id of the plan.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>The day to schedule it on; null leaves the calendar as it is.</summary>
    public DateOnly? ScheduleOn { get; init; }

    /// <summary>
    /// True when the ledger knew nothing of the account at the time of the plan: because nothing was uploaded yet, or because the state store was lost.
    /// Then a plan is looked for at Garmin before it is made there.
    /// </summary>
    public bool LedgerEmpty { get; init; }
}
