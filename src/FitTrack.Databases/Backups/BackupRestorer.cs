using Microsoft.EntityFrameworkCore;

namespace FitTrack.Databases.Backups;

/// <summary>Restores a backup: everything is checked before anything is written, written beside what is there, and then put in its place.</summary>
internal static class BackupRestorer
{
    /// <summary>What to do where something is there already.</summary>
    public const string SayReplace = "Restore into an empty place, or add --replace, and what is there is lost.";

    /// <returns>What was restored.</returns>
    /// <exception cref="BackupRefusedException">It was not, and what was there is as it was.</exception>
    public static async Task<BackupManifest> RunAsync(BackupSubject subject, string path, bool replace, CancellationToken cancellationToken)
    {
        using var archive = await BackupReader.OpenAsync(path, cancellationToken);
        var pairs = Match(subject, archive.Manifest);
        await archive.CheckAsync(cancellationToken);

        // Of a restore that was killed, nothing is worth keeping.
        var mayReplace = replace || UnfinishedRestore.IsIn(subject.DataFolder, subject.Program);
        var targets = pairs.SelectMany(pair => TargetsOf(pair.Store, pair.Backup, archive)).ToList();
        try
        {
            foreach (var target in targets)
            {
                await target.CheckAsync(mayReplace, cancellationToken);
            }

            foreach (var target in targets)
            {
                await target.StageAsync(cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
            UnfinishedRestore.Begin(subject.DataFolder, subject.Program, path);
            foreach (var target in targets)
            {
                await target.PutInPlaceAsync();
            }

            UnfinishedRestore.End(subject.DataFolder, subject.Program);
            return archive.Manifest;
        }
        finally
        {
            foreach (var target in targets)
            {
                await target.DisposeAsync();
            }
        }
    }

    private static List<(BackedUpStore Store, BackupManifestStore Backup)> Match(BackupSubject subject, BackupManifest manifest)
    {
        var pairs = new List<(BackedUpStore, BackupManifestStore)>();
        foreach (var backup in manifest.Stores)
        {
            var store = subject.Stores.SingleOrDefault(store => store.Name == backup.Name) ?? throw new BackupRefusedException(
                $"The backup was made by {manifest.Program} and has '{backup.Name}', which this program does not keep. Restore it with the program that made it.");
            if (store.Provider != backup.Provider)
            {
                throw new BackupRefusedException($"{store.Title} is configured for {store.Provider}, and the backup is of {backup.Provider}: it can be restored only there.");
            }

            if (!store.Context.Database.GetMigrations().Contains(backup.Migration, StringComparer.Ordinal))
            {
                throw new BackupRefusedException(
                    $"The backup was made by a newer version ({manifest.Version}, migration '{backup.Migration}'); this one is {ProductVersion.Current}. Restore it with that version.");
            }

            if (pairs.Exists(pair => pair.Item1 == store) || (store.Files is null && backup.Files().Any()))
            {
                throw new BackupRefusedException($"The archive has more of '{backup.Name}' than a backup of this service has. It is not restored.");
            }

            pairs.Add((store, backup));
        }

        return pairs;
    }

    // The files come before the rows that point at them: whatever breaks it off, no row is without its file.
    private static IEnumerable<IRestoreTarget> TargetsOf(BackedUpStore store, BackupManifestStore backup, BackupReader archive)
    {
        if (store.Files is not null)
        {
            yield return store.Files.Place is { } place ? new PlaceTarget(place, backup, archive) : new FilesTarget(store, backup, archive);
        }

        yield return store.Provider == DatabaseProvider.Sqlite ? new SqliteTarget(store, backup, archive) : new PostgreSqlTarget(store, backup, archive);
    }
}
