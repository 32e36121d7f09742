using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>The progress of a job, per kind. Immutable.</summary>
public sealed record SyncCounts
{
    public static readonly SyncCounts None = new();

    public IReadOnlyList<SyncKindCounts> ByKind { get; init; } = [];

    public int Planned() => ByKind.Sum(kind => kind.Planned);

    public int Failed() => ByKind.Sum(kind => kind.Failed);

    /// <summary>Items that are done or have failed.</summary>
    public int Ended() => ByKind.Sum(kind => kind.Done + kind.Failed);

    public SyncCounts Add(string kind, int planned = 0, int done = 0, int unchanged = 0, int failed = 0)
    {
        var before = ByKind.FirstOrDefault(counts => counts.Kind == kind)
            ?? new SyncKindCounts { Kind = kind, Planned = 0, Done = 0, Unchanged = 0, Failed = 0 };
        var after = before with
        {
            Planned = before.Planned + planned,
            Done = before.Done + done,
            Unchanged = before.Unchanged + unchanged,
            Failed = before.Failed + failed,
        };
        return new SyncCounts { ByKind = [.. ByKind.Where(counts => counts.Kind != kind), after] };
    }
}
