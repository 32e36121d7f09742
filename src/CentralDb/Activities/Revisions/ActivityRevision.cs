namespace FitTrack.CentralDb.Activities.Revisions;

/// <summary>
/// What was stored of an activity, and when: one row for each record and revision of it. The records themselves and their files are the newest only; of what was before,
/// this is all that is kept.
/// </summary>
internal sealed class ActivityRevision
{
    public Guid UserId { get; init; }

    public long GarminActivityId { get; init; }

    public long Revision { get; init; }

    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>; <c>none</c> for a record without a file.</summary>
    public required string FileFormat { get; init; }

    public int FilePart { get; init; }

    /// <summary>When; the last time, if the same revision was stored with other content.</summary>
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>The columns that differ from what was stored before, with spaces between them; null for a record that was new, or when it is not known.</summary>
    public string? Changed { get; set; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits; null without a file.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Size of the file in bytes; 0 without a file.</summary>
    public long FileSize { get; set; }
}
