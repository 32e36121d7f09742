namespace GarminSync.Contracts;

/// <summary>What a sync can be asked to synchronise: values of <see cref="SyncRequested.Kinds"/>.</summary>
public static class SyncKinds
{
    /// <summary>Activities with their files.</summary>
    public const string Activities = "activities";

    /// <summary>Health metrics.</summary>
    public const string Health = "health";

    /// <summary>Workout plans of CentralDB, uploaded to Garmin.</summary>
    public const string Workouts = "workouts";

    /// <summary>As the type of a job: more than one of the others.</summary>
    public const string All = "all";
}
