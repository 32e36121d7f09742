namespace GarminSync.Consumers.Activities;

/// <summary>The ledger of activities: which are in CentralDB, in which version. The row of a deleted one stays, so that its revisions go on counting.</summary>
internal sealed class SyncedActivity
{
    public string UserId { get; set; } = "";

    public long GarminActivityId { get; set; }

    /// <summary>Hash of the list row that was stored. When Garmin's row has another, the activity was edited.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Formats that were fetched, comma-separated.</summary>
    public string Formats { get; set; } = "";

    /// <summary>Formats that Garmin does not have of this version, comma-separated.</summary>
    public string AbsentFormats { get; set; } = "";

    /// <summary>1 for the first version, one more for each change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset SyncedAt { get; set; }

    /// <summary>When Garmin last listed this version, or stopped listing the activity; null in rows of older versions.</summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>CentralDB's ids of the records, comma-separated.</summary>
    public string CentralDbIds { get; set; } = "";

    /// <summary>True when it was missing from the last listing that should have had it.</summary>
    public bool Missing { get; set; }

    /// <summary>When it was found to be deleted at Garmin; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public bool HasFiles => Formats.Length > 0;

    /// <summary>Whether CentralDB has the version with this hash.</summary>
    public bool Is(string contentHash) => GoneAt is null && ContentHash == contentHash;

    /// <summary>Whether each of the formats was fetched, or is known not to be there.</summary>
    public bool Answers(IEnumerable<string> formats) => formats.All(Split(Formats).Concat(Split(AbsentFormats)).Contains);

    public string[] Records() => Split(CentralDbIds);

    /// <summary>Notes what was stored of the version with this hash.</summary>
    public void Store(string contentHash, FetchedFiles fetched)
    {
        var (had, lacked) = Is(contentHash) ? (Split(Formats), Split(AbsentFormats)) : ([], []);
        ContentHash = contentHash;
        Formats = string.Join(',', had.Union(fetched.Formats));
        AbsentFormats = string.Join(',', lacked.Union(fetched.AbsentFormats).Except(Split(Formats)));
        Revision = fetched.Revision;
        CentralDbIds = string.Join(',', Records().Union(fetched.Records));
        Missing = false;
        GoneAt = null;
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
