namespace GarminSync.Contracts;

/// <summary>Asks for a sync of one user's Garmin account. Publish it from anywhere; plain JSON without an envelope is accepted too.</summary>
/// <remarks>Anyone → the saga. As a request its answer is <see cref="SyncAccepted"/> or <see cref="SyncRefused"/>; as a publication a refusal is published as <see cref="SyncFailed"/>.</remarks>
public sealed record SyncRequested
{
    /// <summary>The earliest <see cref="StartDate"/> that is taken. An earlier one is a field that somebody forgot to fill: nothing at Garmin is as old.</summary>
    public const string EarliestDay = "1990-01-01";

    /// <summary>CentralDB's id of the user; absent: the only linked account.</summary>
    public string? UserId { get; init; }

    /// <summary>Id that the job will have, so that a repeat of the message is harmless; absent: made from the message id.</summary>
    public Guid? JobId { get; init; }

    /// <summary>Values of <see cref="SyncKinds"/>; absent or empty: activities and health, or with <see cref="WorkoutIds"/> the workouts.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>
    /// First day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive, not before <see cref="EarliestDay"/>; absent: everything not yet synced. Health metrics go back ten
    /// years, or to the first known activity if that is earlier.
    /// </summary>
    public string? StartDate { get; init; }

    /// <summary>Last day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive; absent: today.</summary>
    public string? EndDate { get; init; }

    /// <summary>Values of <see cref="ActivityFileFormats"/>; absent or empty: the original.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>Names of health metrics, at most 500; absent or empty: all.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>One of <see cref="SyncDetails"/>; absent: summary.</summary>
    public string? Detail { get; init; }

    /// <summary>True: fetch again what is settled; absent: no.</summary>
    public bool? Force { get; init; }

    /// <summary>One of <see cref="IfRunningChoices"/>; absent: queue.</summary>
    public string? IfRunning { get; init; }

    /// <summary>CentralDB ids of the workout plans to upload, at most 100; needed with <see cref="SyncKinds.Workouts"/>.</summary>
    public IReadOnlyList<string>? WorkoutIds { get; init; }

    /// <summary>Day (<c>YYYY-MM-DD</c>) on which the uploaded workouts are scheduled, or to which they are moved; absent: the calendar stays as it is.</summary>
    public string? ScheduleOn { get; init; }

    /// <summary>
    /// True: take the workouts of <see cref="WorkoutIds"/> back from Garmin, out of the calendar and the workouts themselves, instead of uploading them; absent: no. The plans stay in
    /// CentralDB, and need not be there any more.
    /// </summary>
    public bool? RemoveWorkouts { get; init; }
}
