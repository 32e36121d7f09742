namespace GarminSync.Contracts;

/// <summary>Where the schedule of an account comes from: values of <see cref="SyncSchedule.Source"/>.</summary>
public static class SyncScheduleSources
{
    /// <summary>Set for this account.</summary>
    public const string Own = "own";

    /// <summary>The schedule of all accounts that have none of their own (<c>Schedules:Default</c>).</summary>
    public const string Default = "default";

    /// <summary>There is none: it was removed, or there never was one and there is no default.</summary>
    public const string None = "none";
}
