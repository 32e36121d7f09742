namespace GarminSync.Contracts;

/// <summary>How far a job is with one kind of data.</summary>
public sealed record SyncKindCounts
{
    /// <summary>One of <see cref="SyncKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Items that the plan found to be fetched.</summary>
    public required int Planned { get; init; }

    /// <summary>Items that are in CentralDB.</summary>
    public required int Done { get; init; }

    /// <summary>Items that were found and needed nothing.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Items that were given up, each with a reason.</summary>
    public required int Failed { get; init; }
}
