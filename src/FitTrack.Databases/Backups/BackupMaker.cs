namespace FitTrack.Databases.Backups;

/// <summary>Makes a backup of what runs.</summary>
/// <param name="time">Says when it is made.</param>
internal sealed class BackupMaker(TimeProvider time)
{
    // Each round takes what changed during the one before.
    private const int Rounds = 5;

    private readonly List<string> _lost = [];

    /// <summary>Files that the databases point at and that are not in their folder, whatever moment is looked at: they were lost before.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>Writes an archive to <paramref name="path"/>. Until it is whole there is no file of that name.</summary>
    /// <exception cref="BackupRefusedException">There is such a file, or nothing to back up.</exception>
    public async Task<BackupManifest> RunAsync(BackupSubject subject, string path, CancellationToken cancellationToken)
    {
        var madeAt = time.GetUtcNow();
        await using var writer = BackupWriter.Create(path);
        var stores = new List<BackupManifestStore>();
        foreach (var store in subject.Stores.Where(store => store.IsThere || !store.MayBeAbsent))
        {
            stores.Add(await AddAsync(store, writer, cancellationToken));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = subject.Program,
            Version = ProductVersion.Current,
            MadeAt = madeAt,
            Stores = stores,
        };
        await writer.FinishAsync(manifest, cancellationToken);
        return manifest;
    }

    private async Task<BackupManifestStore> AddAsync(BackedUpStore store, BackupWriter writer, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(writer.WorkFolder, store.Name);
        PrivateStream.CreateFolder(folder);
        var files = new Dictionary<string, BackupEntry>(StringComparer.Ordinal);
        var (snapshot, lost) = await TakeWithFilesAsync(store, folder, writer, files, cancellationToken);
        _lost.AddRange(lost.Select(path => store.Files!.Place?.NameOf(path) ?? Path.Combine(store.Files.Folder, path)));
        var entries = new List<BackupEntry>();
        foreach (var (name, file) in snapshot.Parts)
        {
            await using (var content = File.OpenRead(file))
            {
                entries.Add(await writer.AddAsync($"{store.Name}/{name}", content, cancellationToken));
            }

            File.Delete(file);
        }

        return new BackupManifestStore
        {
            Name = store.Name,
            Provider = store.Provider,
            Migration = snapshot.Migration,
            Tables = snapshot.Tables,
            Entries = [.. entries, .. files.Values],
        };
    }

    // A file goes when the last row that pointed at it has gone. One that the snapshot points at and that is not there any more went after the snapshot was taken: a new
    // snapshot does not point at it. If it does, the file was lost before.
    private static async Task<(DatabaseSnapshot Snapshot, IReadOnlyCollection<string> Lost)> TakeWithFilesAsync(
        BackedUpStore store, string folder, BackupWriter writer, Dictionary<string, BackupEntry> files, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; ; round++)
        {
            var snapshot = await TakeAsync(store, folder, cancellationToken);
            var before = missing;
            missing = new HashSet<string>(StringComparer.Ordinal);
            foreach (var path in snapshot.FilePaths.Where(path => !files.ContainsKey(path)))
            {
                if (await AddFileAsync(store, path, writer, cancellationToken) is { } entry)
                {
                    files.Add(path, entry);
                }
                else
                {
                    missing.Add(path);
                }
            }

            if (missing.IsSubsetOf(before) || round == Rounds)
            {
                return (snapshot, missing);
            }
        }
    }

    private static Task<DatabaseSnapshot> TakeAsync(BackedUpStore store, string folder, CancellationToken cancellationToken) => store.Provider == DatabaseProvider.Sqlite
        ? SqliteBackup.TakeAsync(store, folder, cancellationToken)
        : PostgreSqlBackup.TakeAsync(store, folder, cancellationToken);

    private static async Task<BackupEntry?> AddFileAsync(BackedUpStore store, string path, BackupWriter writer, CancellationToken cancellationToken)
    {
        if (!ArchivePath.IsInside(path))
        {
            throw new BackupRefusedException($"{store.Title} points at the file '{path}', which is none of its folder.");
        }

        await using var content = store.Files!.Place is { } place ? await place.OpenAsync(path, cancellationToken) : Open(Path.Combine(store.Files.Folder, path));
        return content is null ? null : await writer.AddAsync($"{store.Name}/files/{path}", content, cancellationToken);
    }

    private static FileStream? Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
