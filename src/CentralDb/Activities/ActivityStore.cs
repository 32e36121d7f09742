using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.CentralDb.Activities.Revisions;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities;

/// <summary>Keeps records and files together. The file is there before a record points at it, and leaves after the last one that did.</summary>
/// <remarks>A process that dies in between leaves a file without a record: harmless, and taken over when the upload is tried again.</remarks>
internal sealed class ActivityStore(CentralDbContext database, ActivityFiles files, TimeProvider time)
{
    private const int ErasedAtOnce = 100;

    /// <summary>Stores a new activity or updates the one with this natural key, whose stored revision must not be higher.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="fields">What the form says.</param>
    /// <param name="file">Null with <see cref="ActivityFormat.None"/>.</param>
    /// <param name="cancellationToken">Gives up, and stores nothing.</param>
    public async Task<(Activity Activity, bool Created)> SaveAsync(Guid userId, ActivityFields fields, IncomingFile? file, CancellationToken cancellationToken)
    {
        var path = file is null ? null : ActivityFiles.PathOf(file.Sha256, fields.FileFormat);
        Activity activity;
        string? before;
        bool created;
        try
        {
            using (path is null ? null : await files.LockAsync(path, cancellationToken))
            {
                (activity, before, created) = await database.RetryAsync(() => WriteAsync(userId, fields, file, path, cancellationToken));
            }
        }
        catch (DbUpdateException exception) when (path is not null && WriteConflicts.IsStillReferredTo(exception))
        {
            // The user was erased meanwhile, and nobody will try the upload again: the file must not stay.
            await RemoveUnusedAsync(path, cancellationToken);
            throw;
        }

        // What was there before, or, when a higher revision came in meanwhile, what has just been placed.
        foreach (var left in new[] { before, path }.OfType<string>().Where(left => left != activity.FilePath))
        {
            await RemoveUnusedAsync(left, cancellationToken);
        }

        return (activity, created);
    }

    /// <summary>Removes an activity, and its file when no other record points at it.</summary>
    /// <returns>False when there is no such activity.</returns>
    public async Task<bool> DeleteAsync(Guid userId, Guid activityId, CancellationToken cancellationToken)
    {
        var (found, path) = await database.RetryAsync(async () =>
        {
            var activity = await database.Activities.SingleOrDefaultAsync(stored => stored.Id == activityId && stored.UserId == userId, cancellationToken);
            if (activity is not null)
            {
                var overview = await database.FindOverviewAsync(userId, activity.GarminActivityId, cancellationToken);
                var others = await RecordsAsync(userId, activity.GarminActivityId, cancellationToken);
                others.Remove(activity);
                database.Activities.Remove(activity);
                database.Show(overview, others);
                if (others.Count == 0)
                {
                    await database.ForgetAsync(userId, activity.GarminActivityId, cancellationToken);
                }

                await database.SaveChangesAsync(cancellationToken);
            }

            return (activity is not null, activity?.FilePath);
        });

        if (path is not null)
        {
            await RemoveUnusedAsync(path, cancellationToken);
        }

        return found;
    }

    /// <summary>
    /// Removes some of a user's activities with their files, for an erasure. Here a file leaves before its record: if the process dies in between, the record is found
    /// again, and a file that nobody points at would not be.
    /// </summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> EraseSomeAsync(Guid userId, CancellationToken cancellationToken)
    {
        var some = await database.Activities.AsNoTracking().Where(activity => activity.UserId == userId)
            .OrderBy(activity => activity.Id).Take(ErasedAtOnce)
            .Select(activity => new { activity.Id, activity.FilePath })
            .ToListAsync(cancellationToken);
        foreach (var path in some.Select(activity => activity.FilePath).OfType<string>().Distinct())
        {
            using (await files.LockAsync(path, cancellationToken))
            {
                if (!await database.Activities.AnyAsync(activity => activity.FilePath == path && activity.UserId != userId, cancellationToken))
                {
                    files.Remove(path);
                }
            }
        }

        var ids = some.Select(activity => activity.Id).ToList();
        await database.Activities.Where(activity => ids.Contains(activity.Id)).ExecuteDeleteAsync(cancellationToken);
        return some.Count == ErasedAtOnce;
    }

    private async Task<(Activity Activity, string? Before, bool Created)> WriteAsync(
        Guid userId, ActivityFields fields, IncomingFile? file, string? path, CancellationToken cancellationToken)
    {
        var overview = await database.FindOverviewAsync(userId, fields.GarminActivityId, cancellationToken);
        var records = await RecordsAsync(userId, fields.GarminActivityId, cancellationToken);
        var activity = records.SingleOrDefault(stored => stored.FileFormat == fields.FileFormat && stored.FilePart == fields.FilePart);
        var before = activity?.FilePath;
        if (fields.Revision < activity?.Revision)
        {
            return (activity, before, Created: false);
        }

        var created = activity is null;
        if (file is not null)
        {
            files.Place(file, path!);
        }

        var now = time.GetUtcNow();
        activity ??= database.Activities.Add(new Activity
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            GarminActivityId = fields.GarminActivityId,
            FileFormat = fields.FileFormat,
            FilePart = fields.FilePart,
            CreatedAt = now,
        }).Entity;
        fields.CopyTo(activity);
        activity.Sha256 = file?.Sha256;
        activity.FilePath = path;
        activity.FileSize = file?.Size ?? 0;

        if (database.ChangeTracker.HasChanges())
        {
            await database.NoteAsync(activity, now, cancellationToken);
            activity.UpdatedAt = now;
            activity.Version++;
            database.Show(overview, created ? [.. records, activity] : records);
            await database.SaveChangesAsync(cancellationToken);
        }

        return (activity, before, created);
    }

    private Task<List<Activity>> RecordsAsync(Guid userId, long garminActivityId, CancellationToken cancellationToken) =>
        database.Activities.Where(stored => stored.UserId == userId && stored.GarminActivityId == garminActivityId).ToListAsync(cancellationToken);

    private async Task RemoveUnusedAsync(string path, CancellationToken cancellationToken)
    {
        using (await files.LockAsync(path, cancellationToken))
        {
            if (!await database.Activities.AnyAsync(activity => activity.FilePath == path, cancellationToken))
            {
                files.Remove(path);
            }
        }
    }
}
