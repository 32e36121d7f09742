using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>What came of the import of one activity.</summary>
/// <param name="Left">Why not all of it was brought; null when there is nothing more to do.</param>
internal abstract record ActivityImport(Trouble? Left)
{
    public sealed record Synced(ActivitySynced Activity, Trouble? Left = null) : ActivityImport(Left);

    /// <summary>CentralDB has what there is already, or something newer, or the next try has to bring it.</summary>
    public sealed record NothingNew(Trouble? Left = null) : ActivityImport(Left);
}
