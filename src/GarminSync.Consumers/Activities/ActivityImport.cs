using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>What came of the import of one activity.</summary>
internal abstract record ActivityImport
{
    private ActivityImport()
    {
    }

    public sealed record Synced(ActivitySynced Activity) : ActivityImport;

    /// <summary>CentralDB has all of it already, or something newer.</summary>
    public sealed record NothingNew : ActivityImport;

    /// <param name="Reason">What is wrong with its file, for a person.</param>
    /// <param name="Retry">Whether another download may bring a whole file.</param>
    public sealed record NoFile(string Reason, bool Retry) : ActivityImport;
}
