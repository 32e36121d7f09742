using GarminSync.Contracts;

namespace GarminSync.Gateway.Jobs;

/// <summary>How far a job is with one kind of data.</summary>
/// <param name="Planned">Items found to be fetched.</param>
/// <param name="Done">Items that are in CentralDB.</param>
/// <param name="Unchanged">Items found that needed nothing.</param>
/// <param name="Failed">Items given up, each with a reason in <c>failures</c>.</param>
internal sealed record JobCountsAnswer(int Planned, int Done, int Unchanged, int Failed)
{
    public static JobCountsAnswer From(SyncKindCounts counts) => new(counts.Planned, counts.Done, counts.Unchanged, counts.Failed);
}
