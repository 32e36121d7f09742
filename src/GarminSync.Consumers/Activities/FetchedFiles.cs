using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>What was fetched of an activity so far.</summary>
/// <param name="ledger">What is known of it; null for nothing.</param>
/// <param name="isStored">Whether CentralDB has this version.</param>
internal sealed class FetchedFiles(SyncedActivity? ledger, bool isStored)
{
    /// <summary>The revision that it is stored as.</summary>
    public int Revision { get; set; } = ledger is null ? 1 : isStored ? ledger.Revision : ledger.Revision + 1;

    public List<SyncedActivityFile> Files { get; } = [];

    /// <summary>Formats that were fetched.</summary>
    public List<string> Formats { get; } = [];

    /// <summary>Formats that were asked for in vain.</summary>
    public List<MissingFile> Missing { get; } = [];

    /// <summary>Files that came with others and were not kept.</summary>
    public List<MissingFile> NotKept { get; } = [];

    /// <summary>CentralDB's ids.</summary>
    public List<string> Records { get; } = [];

    /// <summary>CentralDB's id of the record without a file; null when there is none of this import.</summary>
    public string? RecordWithoutFile { get; set; }

    /// <summary>The revision with a file of this format: another one when the format is new, so that its event is news.</summary>
    public int RevisionWith(string format) => isStored && Revision == ledger!.Revision && !ledger.Has(format) ? Revision + 1 : Revision;

    /// <summary>Adds files, or parts of one, that are in CentralDB as this revision.</summary>
    public void Add(IReadOnlyList<SyncedActivityFile> stored, int revision)
    {
        if (stored.Count > 0)
        {
            Revision = revision;
            Records.AddRange(stored.Select(file => file.CentralDbActivityId!));
            Files.AddRange(stored);
        }
    }
}
