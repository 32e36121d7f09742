namespace GarminSync.Consumers.Activities;

/// <summary>The ledger of activities: what of Garmin's is in CentralDB, and as which version. The row of one that is gone stays, to go on counting from.</summary>
internal sealed class SyncedActivity
{
    public string UserId { get; set; } = "";

    public long GarminActivityId { get; set; }

    /// <summary>Hash of the list row that was stored; another one at Garmin means that the activity was edited.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Formats that were fetched, comma-separated.</summary>
    public string Formats { get; set; } = "";

    /// <summary>Formats that were asked for and that Garmin does not have of this version, comma-separated.</summary>
    public string AbsentFormats { get; set; } = "";

    /// <summary>1 for the first version, one more for each change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset SyncedAt { get; set; }

    /// <summary>When Garmin last listed it as it is here, or did not list it any more; null when that was before this was kept.</summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>CentralDB's ids of the records, comma-separated.</summary>
    public string CentralDbIds { get; set; } = "";

    /// <summary>True when the last listing that should have had it did not.</summary>
    public bool Missing { get; set; }

    /// <summary>When it was found to be gone at Garmin; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public bool HasFiles => Formats.Length > 0;

    /// <summary>Whether the version with this hash is the one that is in CentralDB.</summary>
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
