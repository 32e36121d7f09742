using System.Data.Common;
using System.Net.Sockets;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>Places and removes the files of a store, so that no record ever points at a file that is not there, and no file stays that no record points at.</summary>
internal sealed class LooseFiles(CentralDbContext database, ActivityFiles files, TimeProvider time)
{
    /// <summary>How long an upload may take. Whoever has not finished by then has been killed, or is told to try again.</summary>
    public static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);

    /// <summary>Brings a file into a remote store before anything is written of it.</summary>
    /// <returns>What <see cref="SettleAsync"/> is to be told in the transaction that writes the record; null where files are placed in that transaction.</returns>
    public async Task<Guid?> BringAsync(IncomingFile incoming, string path, CancellationToken cancellationToken)
    {
        if (!files.Store.IsRemote)
        {
            return null;
        }

        // Under the lock: whoever removes the file either sees this, or has removed it before we look whether it is there.
        var loose = await database.InLockAsync(files, path, () => HoldAsync(path, cancellationToken), cancellationToken);
        try
        {
            if (!await files.Store.HasAsync(path, incoming.Size, cancellationToken))
            {
                await files.Store.PlaceAsync(
                    incoming,
                    path,
                    uploadId => NoteUploadAsync(loose, uploadId, cancellationToken),
                    cancellationToken);
            }

            return loose;
        }
        catch
        {
            await LetGoAsync(loose);
            throw;
        }
    }

    /// <summary>Notes that an upload is under way.</summary>
    public async Task<Guid> HoldAsync(string path, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var held = new LooseFile { Id = Guid.CreateVersion7(now), Path = path, Since = now, Held = true };
        database.ChangeTracker.Clear();
        database.LooseFiles.Add(held);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return held.Id;
    }

    /// <summary>Notes the bucket's name of an upload in parts.</summary>
    public Task NoteUploadAsync(Guid loose, string uploadId, CancellationToken cancellationToken) =>
        database.LooseFiles.Where(file => file.Id == loose).ExecuteUpdateAsync(set => set.SetProperty(file => file.UploadId, uploadId), cancellationToken);

    /// <summary>Says that an upload has failed: its file may go. If that cannot be said either, it is as if the process had been killed.</summary>
    public async Task LetGoAsync(Guid loose)
    {
        try
        {
            await database.LooseFiles.Where(file => file.Id == loose).ExecuteUpdateAsync(set => set.SetProperty(file => file.Held, false), CancellationToken.None);
        }
        catch (Exception exception) when (exception.GetBaseException() is DbException or SocketException or TimeoutException)
        {
            // What went wrong before is what the caller hears of.
        }
    }

    /// <summary>Says in the transaction that a record points at the file now.</summary>
    /// <exception cref="FileStoreException">It took so long that the file may have been removed.</exception>
    public async Task SettleAsync(Guid loose, CancellationToken cancellationToken)
    {
        if (await database.LooseFiles.Where(file => file.Id == loose).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new FileStoreException("an upload took so long that it was given up.");
        }
    }

    /// <summary>Adds to the change that a file may be without a record after it; the caller saves. Null for a folder.</summary>
    public Guid? Loosen(string? path)
    {
        if (path is null || !files.Store.IsRemote)
        {
            return null;
        }

        var now = time.GetUtcNow();
        return database.LooseFiles.Add(new LooseFile { Id = Guid.CreateVersion7(now), Path = path, Since = now }).Entity.Id;
    }

    /// <summary>Notes that files may be without a record.</summary>
    public async Task<Dictionary<string, Guid?>> NoteAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var noted = paths.ToDictionary(path => path, Loosen, StringComparer.Ordinal);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return noted;
    }

    /// <summary>Removes a file that no record points at and nobody is uploading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="loose">What was noted of it; null for a folder. It is forgotten, unless somebody else is at the file: then it is looked at again later.</param>
    /// <param name="but">A user whose records do not count, because they are about to go; what was noted stays then. Null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether nothing is left to do about it.</returns>
    public Task<bool> RemoveUnusedAsync(string path, Guid? loose, Guid? but, CancellationToken cancellationToken) => database.InLockAsync(
        files,
        path,
        async () =>
        {
            if (!await database.Activities.AnyAsync(activity => activity.FilePath == path && activity.UserId != but, cancellationToken))
            {
                if (files.Store.IsRemote && await IsUnderWayAsync(path, loose, cancellationToken))
                {
                    return false;
                }

                await files.Store.RemoveAsync(path, cancellationToken);
            }

            if (loose is { } noted && but is null)
            {
                await ForgetAsync([noted], cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Forgets what was noted.</summary>
    public Task ForgetAsync(IReadOnlyList<Guid> loose, CancellationToken cancellationToken) =>
        database.LooseFiles.Where(file => loose.Contains(file.Id)).ExecuteDeleteAsync(cancellationToken);

    private Task<bool> IsUnderWayAsync(string path, Guid? but, CancellationToken cancellationToken)
    {
        var youngest = time.GetUtcNow() - LongestUpload;
        return database.LooseFiles.AnyAsync(file => file.Path == path && file.Id != but && file.Held && file.Since > youngest, cancellationToken);
    }
}
