namespace GarminSync.Contracts;

/// <summary>What a sync request wants when a sync of the same account already runs.</summary>
public static class IfRunningChoices
{
    /// <summary>Be joined to the running one if that covers the request, else wait for its end; the default.</summary>
    public const string Queue = "queue";

    /// <summary>Be refused.</summary>
    public const string Reject = "reject";
}
