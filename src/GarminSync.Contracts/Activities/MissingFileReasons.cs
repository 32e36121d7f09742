namespace GarminSync.Contracts;

/// <summary>Why a file of an activity is not in CentralDB.</summary>
public static class MissingFileReasons
{
    /// <summary>Garmin has no such file: the activity was entered by hand, or comes from another app.</summary>
    public const string NotThere = "not_there";

    /// <summary>Garmin refuses this file, and answers other questions about the account.</summary>
    public const string Refused = "refused";

    /// <summary>Garmin fails over this file time and again, and answers other questions about the account: a long activity that it cannot render, for one.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>What Garmin sends is cut off or corrupt.</summary>
    public const string Damaged = "damaged";

    /// <summary>What Garmin sends is whole and no activity.</summary>
    public const string NotAnActivity = "not_an_activity";

    /// <summary>It is larger than the sync service takes.</summary>
    public const string TooLarge = "too_large";

    /// <summary>It is larger than CentralDB, or a proxy before it, takes.</summary>
    public const string TooLargeForCentralDb = "too_large_for_centraldb";

    /// <summary>CentralDB refuses the file for another reason, and took the activity without it.</summary>
    public const string RefusedByCentralDb = "refused_by_centraldb";

    /// <summary>There are several files in the original, and this CentralDB keeps one file of a format: the first is there, the others are not.</summary>
    public const string OneFileOnly = "one_file_only";
}
