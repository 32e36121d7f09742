namespace CentralDb.Client;

/// <summary>What CentralDB stored of an activity in one revision of one of its records. The file of an earlier revision is not kept.</summary>
/// <param name="Revision">Counts up with each change of the activity, and with each file that is added to it.</param>
/// <param name="StoredAt">When it was stored; UTC.</param>
/// <param name="FileFormat"><c>fit</c>, <c>tcx</c> or <c>gpx</c>; <c>none</c> for a record without a file.</param>
/// <param name="FilePart">Which of several files of this format it is, from 1.</param>
/// <param name="Changed">Fields that differ from the revision before, such as <c>name</c>; <c>sha256</c> is the file. Null for a record that was new, or when it is not known.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal. Null without one.</param>
/// <param name="FileSize">In bytes; 0 without a file.</param>
public sealed record ActivityRevision(
    long Revision, DateTimeOffset StoredAt, string FileFormat, int FilePart, IReadOnlyList<string>? Changed, string? Sha256, long FileSize);
