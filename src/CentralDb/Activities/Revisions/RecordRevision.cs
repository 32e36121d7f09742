namespace FitTrack.CentralDb.Activities.Revisions;

/// <summary>What was stored of an activity in one revision of one of its records.</summary>
/// <param name="Revision">As the caller counts.</param>
/// <param name="StoredAt">When; the last time, if the same revision was stored with other content.</param>
/// <param name="FileFormat"><c>fit</c>, <c>tcx</c> or <c>gpx</c>; <c>none</c> for a record without a file.</param>
/// <param name="FilePart">Which of several files of this format it is, from 1.</param>
/// <param name="Changed">What differs from the revision before: names of fields, and <c>sha256</c> for the file; null for a record that was new, or when it is not known.</param>
/// <param name="Sha256">Of its file, in lower-case hexadecimal digits; null without a file.</param>
/// <param name="FileSize">In bytes; 0 without a file.</param>
internal sealed record RecordRevision(
    long Revision, DateTimeOffset StoredAt, string FileFormat, int FilePart, IReadOnlyList<string>? Changed, string? Sha256, long FileSize);
