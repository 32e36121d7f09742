namespace GarminSync.Web.Api;

/// <summary>How far a job is with one kind of data.</summary>
/// <param name="Planned">Items that were found and need fetching.</param>
/// <param name="Done">Items that are stored.</param>
/// <param name="Unchanged">Items that needed nothing.</param>
/// <param name="Failed">Items that were given up.</param>
public sealed record JobCounts(int Planned, int Done, int Unchanged, int Failed)
{
    public int Ended => Done + Failed;
}
