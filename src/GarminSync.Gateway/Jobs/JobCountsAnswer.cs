using GarminSync.Contracts;

namespace GarminSync.Gateway.Jobs;

/// <summary>How far a job is with one kind of data.</summary>
/// <param name="Planned">Items that were found and need fetching.</param>
/// <param name="Done">Items that are in CentralDB.</param>
/// <param name="Unchanged">Items that were found and needed nothing.</param>
/// <param name="Failed">Items that were given up, each with a reason in <c>failures</c>.</param>
internal sealed record JobCountsAnswer(int Planned, int Done, int Unchanged, int Failed)
{
    public static JobCountsAnswer From(SyncKindCounts counts) => new(counts.Planned, counts.Done, counts.Unchanged, counts.Failed);
}
