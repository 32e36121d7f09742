namespace GarminSync.Contracts;

/// <summary>How deep health metrics are fetched.</summary>
public static class SyncDetails
{
    /// <summary>Values per day; the default.</summary>
    public const string Summary = "summary";

    /// <summary>The curves of the day too.</summary>
    public const string Intraday = "intraday";
}
