namespace GarminSync.Benchmarks;

/// <summary>What the servers have counted since they were started.</summary>
/// <param name="Statements">SQL statements in the state store, those that begin and end transactions too.</param>
/// <param name="Commits">Transactions of the state store of more than one statement.</param>
/// <param name="Confirms">Messages that the broker has confirmed to have.</param>
internal sealed record ServerCounts(long Statements, long Commits, long Confirms)
{
    public static ServerCounts operator -(ServerCounts later, ServerCounts earlier) =>
        new(later.Statements - earlier.Statements, later.Commits - earlier.Commits, later.Confirms - earlier.Confirms);
}
