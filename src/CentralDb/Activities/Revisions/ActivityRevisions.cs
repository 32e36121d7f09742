using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Revisions;

/// <summary>Keeps what is told of revisions in step with the records, in the same transaction.</summary>
internal static class ActivityRevisions
{
    // Somebody who changes an activity every day for months.
    private const int MostTold = 200;

    // What is of the record and not of the activity.
    private static readonly string[] Own =
    [
        nameof(Activity.Revision), nameof(Activity.FilePath), nameof(Activity.FileSize), nameof(Activity.UpdatedAt), nameof(Activity.Version),
    ];

    /// <summary>Adds to the change what a record becomes. To be called when the record has its new values; the caller saves.</summary>
    /// <param name="database">Gets the change.</param>
    /// <param name="activity">The record.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task NoteAsync(this CentralDbContext database, Activity activity, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = database.Entry(activity);
        var isNew = record.State == EntityState.Added;
        string[] changed = [.. record.Properties.Where(property => property.IsModified && !Own.Contains(property.Metadata.Name)).Select(property => property.Metadata.GetColumnName())];

        // A revision may be stored once more, and a record may come again that was deleted.
        var row = await database.ActivityRevisions.FindAsync([activity.UserId, activity.GarminActivityId, activity.Revision, activity.FileFormat, activity.FilePart], cancellationToken);
        if (row is null)
        {
            row = database.ActivityRevisions.Add(new ActivityRevision
            {
                UserId = activity.UserId,
                GarminActivityId = activity.GarminActivityId,
                Revision = activity.Revision,
                FileFormat = activity.FileFormat,
                FilePart = activity.FilePart,
                Changed = isNew ? null : string.Join(' ', changed),
            }).Entity;
        }
        else if (row.Changed is { } before)
        {
            row.Changed = string.Join(' ', before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(changed, StringComparer.Ordinal));
        }

        (row.StoredAt, row.Sha256, row.FileSize) = (now, activity.Sha256, activity.FileSize);
    }

    /// <summary>Adds to the change that nothing is told of an activity any more, whose last record goes. The caller saves.</summary>
    public static async Task ForgetAsync(this CentralDbContext database, Guid userId, long garminActivityId, CancellationToken cancellationToken) => database.ActivityRevisions.RemoveRange(
        await database.ActivityRevisions.Where(row => row.UserId == userId && row.GarminActivityId == garminActivityId).ToListAsync(cancellationToken));

    /// <summary>What is told of an activity, the newest first; nothing when there is no such activity.</summary>
    public static async Task<IReadOnlyList<RecordRevision>> OfAsync(this CentralDbContext database, Guid userId, long garminActivityId, CancellationToken cancellationToken)
    {
        var rows = await database.ActivityRevisions.AsNoTracking()
            .Where(row => row.UserId == userId && row.GarminActivityId == garminActivityId)
            .OrderByDescending(row => row.Revision).ThenBy(row => row.FileFormat).ThenBy(row => row.FilePart)
            .Take(MostTold)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new RecordRevision(
                row.Revision, row.StoredAt, row.FileFormat, row.FilePart, row.Changed?.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Sha256, row.FileSize)),
        ];
    }
}
