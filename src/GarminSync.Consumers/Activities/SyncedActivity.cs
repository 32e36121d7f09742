namespace GarminSync.Consumers.Activities;

/// <summary>The ledger of activities: what of Garmin's is in CentralDB, and as which version.</summary>
internal sealed class SyncedActivity
{
    public string UserId { get; set; } = "";

    public long GarminActivityId { get; set; }

    /// <summary>Hash of the list row that was stored; another one at Garmin means that the activity was edited.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Formats that were fetched, comma-separated.</summary>
    public string Formats { get; set; } = "";

    /// <summary>1 for the first version, one more for each change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset SyncedAt { get; set; }

    /// <summary>CentralDB's ids of the records, comma-separated.</summary>
    public string CentralDbIds { get; set; } = "";

    /// <summary>True when the last listing that should have had it did not.</summary>
    public bool Missing { get; set; }

    public bool Has(IEnumerable<string> formats) => formats.All(Formats.Split(',').Contains);
}
