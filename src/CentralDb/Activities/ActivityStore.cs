using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.CentralDb.Activities.Revisions;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities;

/// <summary>Keeps records and files together. The file is there before a record points at it, and leaves after the last one that did.</summary>
/// <remarks>
/// A process that dies in between leaves a file without a record: in a folder it is harmless, and taken over when the upload is tried again; in a bucket it is removed later
/// (<see cref="LooseFile"/>).
/// </remarks>
internal sealed class ActivityStore(CentralDbContext database, ActivityFiles files, LooseFiles loose, TimeProvider time)
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
        var brought = path is null ? null : await loose.BringAsync(file!, path, cancellationToken);
        Written written;
        try
        {
            written = await database.InLockAsync(
                files,
                path,
                async () =>
                {
                    // Again and again under the one lock: the file is moved away by the first try, and must not go before the last.
                    var done = await database.RetryAsync(() => WriteAsync(userId, fields, file, path, brought, cancellationToken));
                    if (brought is { } noted && done.Activity.FilePath == path)
                    {
                        await loose.SettleAsync(noted, cancellationToken);
                    }

                    return done;
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (path is not null && WriteConflicts.IsStillReferredTo(exception))
        {
            // The user was erased meanwhile, and nobody will try the upload again: the file must not stay.
            await loose.RemoveUnusedAsync(path, brought, but: null, cancellationToken);
            throw;
        }
        catch when (brought is not null)
        {
            await loose.LetGoAsync(brought.Value);
            throw;
        }

        // What was there before, or, when a higher revision came in meanwhile, what has just been placed.
        foreach (var (left, noted) in written.Left)
        {
            await loose.RemoveUnusedAsync(left, noted, but: null, cancellationToken);
        }

        return (written.Activity, written.Created);
    }

    /// <summary>Removes an activity, and its file when no other record points at it.</summary>
    /// <returns>False when there is no such activity.</returns>
    public async Task<bool> DeleteAsync(Guid userId, Guid activityId, CancellationToken cancellationToken)
    {
        var (found, path, noted) = await database.RetryAsync(async () =>
        {
            var activity = await database.Activities.SingleOrDefaultAsync(stored => stored.Id == activityId && stored.UserId == userId, cancellationToken);
            var noted = loose.Loosen(activity?.FilePath);
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

            return (activity is not null, activity?.FilePath, noted);
        });

        if (path is not null)
        {
            await loose.RemoveUnusedAsync(path, noted, but: null, cancellationToken);
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
        var noted = await loose.NoteAsync([.. some.Select(activity => activity.FilePath).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        var settled = new List<Guid>();
        foreach (var (path, note) in noted)
        {
            if (await loose.RemoveUnusedAsync(path, note, but: userId, cancellationToken) && note is { } one)
            {
                settled.Add(one);
            }
        }

        var ids = some.Select(activity => activity.Id).ToList();
        await database.Activities.Where(activity => ids.Contains(activity.Id)).ExecuteDeleteAsync(cancellationToken);
        if (settled.Count > 0)
        {
            await loose.ForgetAsync(settled, cancellationToken);
        }

        return some.Count == ErasedAtOnce;
    }

    private async Task<Written> WriteAsync(
        Guid userId, ActivityFields fields, IncomingFile? file, string? path, Guid? brought, CancellationToken cancellationToken)
    {
        var overview = await database.FindOverviewAsync(userId, fields.GarminActivityId, cancellationToken);
        var records = await RecordsAsync(userId, fields.GarminActivityId, cancellationToken);
        var activity = records.SingleOrDefault(stored => stored.FileFormat == fields.FileFormat && stored.FilePart == fields.FilePart);
        var before = activity?.FilePath;
        if (fields.Revision < activity?.Revision)
        {
            return new Written(activity, Created: false, path is null || path == before ? [] : [(path, brought)]);
        }

        var created = activity is null;
        if (file is not null)
        {
            await PlaceAsync(file, path!, cancellationToken);
        }

        List<(string, Guid?)> left = before is null || before == path ? [] : [(before, loose.Loosen(before))];
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

        return new Written(activity, created, left);
    }

    private Task<List<Activity>> RecordsAsync(Guid userId, long garminActivityId, CancellationToken cancellationToken) =>
        database.Activities.Where(stored => stored.UserId == userId && stored.GarminActivityId == garminActivityId).ToListAsync(cancellationToken);

    // Into a folder under the lock; in a bucket it is already.
    private async Task PlaceAsync(IncomingFile file, string path, CancellationToken cancellationToken)
    {
        if (!files.Store.IsRemote && !await files.Store.HasAsync(path, file.Size, cancellationToken))
        {
            await files.Store.PlaceAsync(file, path, _ => Task.CompletedTask, cancellationToken);
        }
    }

    /// <summary>What a write did.</summary>
    /// <param name="Activity">As it is stored now.</param>
    /// <param name="Created">Whether it was not there before.</param>
    /// <param name="Left">Files that it does not point at, or not any more, with what was noted of them.</param>
    private sealed record Written(Activity Activity, bool Created, IReadOnlyList<(string Path, Guid? Noted)> Left);
}
