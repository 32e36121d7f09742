using CentralDb.Client;

namespace GarminSync.Gateway.Activities;

/// <summary>A revision of an activity: when it was stored, and what is known to have changed in it.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="StoredAt">When CentralDB stored it, in UTC.</param>
/// <param name="Changed">What differs from the revision before: names of fields, such as <c>name</c>, and the format of each file that is new or another one; null when that is not known, and for the first.</param>
/// <param name="Files">The files as they were then. Those of an earlier revision are not kept, unless they still are the same.</param>
internal sealed record RevisionAnswer(long Revision, DateTimeOffset StoredAt, IReadOnlyList<string>? Changed, IReadOnlyList<ActivityFileAnswer> Files)
{
    private const string NoFile = "none";
    private const string FileItself = "sha256";

    /// <summary>The revisions, newest first, from those of the records.</summary>
    public static IReadOnlyList<RevisionAnswer> Of(IReadOnlyList<ActivityRevision> records)
    {
        var first = records.Select(record => record.Revision).DefaultIfEmpty().Min();
        return
        [
            .. records.GroupBy(record => record.Revision).OrderByDescending(revision => revision.Key).Select(revision => new RevisionAnswer(
                revision.Key,
                revision.Max(record => record.StoredAt),
                revision.Key == first ? null : Changes([.. revision]),
                [.. revision.Where(HasFile).Select(record => new ActivityFileAnswer(record.FileFormat, record.FilePart, record.FileSize, record.Sha256))])),
        ];
    }

    // Each record of the activity says the same of its fields; a record that was new brought its file.
    private static List<string> Changes(IReadOnlyList<ActivityRevision> records) =>
    [
        .. records.SelectMany(record => record.Changed ?? []).Where(field => field != FileItself).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        .. records.Where(record => HasFile(record) && record.Changed?.Contains(FileItself, StringComparer.Ordinal) != false).Select(record => record.FileFormat).Distinct(StringComparer.Ordinal),
    ];

    private static bool HasFile(ActivityRevision record) => record.FileFormat != NoFile;
}
