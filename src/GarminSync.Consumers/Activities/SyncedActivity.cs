using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>The ledger of activities: which are in CentralDB, in which version. The row of a deleted one stays, so that its revisions go on counting.</summary>
internal sealed class SyncedActivity
{
    public string UserId { get; set; } = "";

    public long GarminActivityId { get; set; }

    /// <summary>
    /// Hash of the list row that was stored; see <see cref="GarminActivity.ContentHash"/>. When Garmin's row has another, the activity was edited. A hash of an
    /// older version is replaced when the activity is listed unchanged.
    /// </summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Formats that were fetched, comma-separated.</summary>
    public string Formats { get; set; } = "";

    /// <summary>Formats of this version that were asked for in vain, comma-separated.</summary>
    public string AbsentFormats { get; set; } = "";

    /// <summary>
    /// Why, and when they are asked for again: <see cref="MissingFile"/>s as JSON. Null for none, and in rows of older versions, whose absent formats are
    /// not asked for again.
    /// </summary>
    public string? MissingFiles { get; set; }

    /// <summary>1 for the first version, one more for each change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The day on which it started, by the athlete's clock; null where Garmin does not say, and in rows of older versions.</summary>
    public DateOnly? Day { get; set; }

    public DateTimeOffset SyncedAt { get; set; }

    /// <summary>
    /// When Garmin was seen to list this version, or to list the activity no more; null in rows of older versions. Not renewed while no older order can come.
    /// </summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>CentralDB's ids of the records, comma-separated.</summary>
    public string CentralDbIds { get; set; } = "";

    /// <summary>CentralDB's id of the record without a file, which goes when a file comes; null when there is none.</summary>
    public string? RecordWithoutFile { get; set; }

    /// <summary>True when it was missing from the last listing that should have had it.</summary>
    public bool Missing { get; set; }

    /// <summary>When it was found to be deleted at Garmin; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>The multisport activity that it is a leg of; null for none.</summary>
    public long? ParentId { get; set; }

    /// <summary>Garmin's ids of its legs, comma-separated; null while nobody has asked for them.</summary>
    public string? LegIds { get; set; }

    public bool HasFiles => Formats.Length > 0;

    /// <summary>Whether CentralDB has this version.</summary>
    public bool Is(GarminActivity activity) => GoneAt is null && activity.HasContent(ContentHash);

    /// <summary>Whether each of the formats was fetched, or is known not to be there. One that is due to be asked for again is not known.</summary>
    public bool Answers(IEnumerable<string> formats, DateTimeOffset now)
    {
        var missing = FilesMissing();
        return formats.All(format => Has(format)
            || (Split(AbsentFormats).Contains(format) && !missing.Any(file => file.Format == format && file.NextTryAt <= now)));
    }

    /// <summary>Whether each of the formats was fetched, or asked for in vain, however long ago.</summary>
    public bool WasAskedFor(IEnumerable<string> formats) => formats.All(format => Has(format) || Split(AbsentFormats).Contains(format));

    public bool Has(string format) => Split(Formats).Contains(format);

    /// <summary>What is noted of formats that were asked for in vain.</summary>
    public IReadOnlyList<MissingFile> FilesMissing() => MissingFiles is null ? [] : JsonSerializer.Deserialize<List<MissingFile>>(MissingFiles)!;

    /// <summary>The ids of <see cref="LegIds"/>; null while nobody has asked for them.</summary>
    public IReadOnlyList<long>? Legs() => LegIds is null ? null : [.. Split(LegIds).Select(long.Parse)];

    public void KeepLegs(IReadOnlyList<long> ids) => LegIds = string.Join(',', ids);

    public string[] Records() => Split(CentralDbIds);

    /// <summary>The record that is superfluous once there is a file; null when there is none. Rows of older versions, which have no reasons, do not name it.</summary>
    public string? SuperfluousRecord() => RecordWithoutFile ?? (!HasFiles && MissingFiles is null && Records() is [var only] ? only : null);

    public void ForgetRecord(string id)
    {
        CentralDbIds = string.Join(',', Records().Except([id]));
        RecordWithoutFile = null;
    }

    /// <summary>The hash by which an activity is noted: today's, or the one that version 1.0 can compare.</summary>
    public static string HashOf(GarminActivity activity, SyncOptions options) => options.BesideVersion1 ? activity.UnversionedContentHash() : activity.ContentHash;

    /// <summary>Notes what was stored of this version.</summary>
    public void Store(GarminActivity activity, FetchedFiles fetched, SyncOptions options)
    {
        var (had, lacked, noted) = Is(activity) ? (Split(Formats), Split(AbsentFormats), FilesMissing()) : ([], [], []);
        ContentHash = HashOf(activity, options);
        Formats = string.Join(',', had.Union(fetched.Formats));
        var missing = fetched.Missing.UnionBy(noted, file => file.Format).ExceptBy(Split(Formats), file => file.Format).ToList();
        AbsentFormats = string.Join(',', lacked.Union(missing.Select(file => file.Format)).Except(Split(Formats)));
        MissingFiles = missing.Count == 0 ? null : JsonSerializer.Serialize(missing);
        Revision = fetched.Revision;
        CentralDbIds = string.Join(',', Records().Union(fetched.Records));
        // The first file goes into that record, or the record goes.
        RecordWithoutFile = fetched.Files.Count > 0 ? null : fetched.RecordWithoutFile ?? RecordWithoutFile;
        Missing = false;
        GoneAt = null;
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
