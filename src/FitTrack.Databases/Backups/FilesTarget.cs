namespace FitTrack.Databases.Backups;

/// <summary>Restores a folder of files: written into a folder inside it, which is on the same disk even where the folder is a volume, then moved.</summary>
internal sealed class FilesTarget(BackedUpStore store, BackupManifestStore backup, BackupReader archive) : IRestoreTarget
{
    private readonly string _root = store.Files!.Folder;

    private string Staged => Path.Combine(_root, "restoring");

    public Task CheckAsync(bool replace, CancellationToken cancellationToken)
    {
        if (!replace && Present().Any())
        {
            throw new BackupRefusedException($"There are files in {_root} already. {BackupRestorer.SayReplace}");
        }

        return Task.CompletedTask;
    }

    public async Task StageAsync(CancellationToken cancellationToken)
    {
        RemoveStaged();
        Directory.CreateDirectory(_root);
        PrivateStream.CreateFolder(Staged);
        foreach (var (path, entry) in backup.Files())
        {
            var file = Path.Combine(Staged, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var target = PrivateStream.Create(file);
            await using var content = await archive.OpenAsync(entry, cancellationToken);
            await content.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
        }
    }

    public Task PutInPlaceAsync()
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, _) in backup.Files())
        {
            var place = Path.GetFullPath(Path.Combine(_root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(Staged, path), place, overwrite: true);
            kept.Add(place);
        }

        // Those of rows that are no more: an erased user's, for example.
        foreach (var left in Present().Where(file => !kept.Contains(file)).ToList())
        {
            File.Delete(left);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        RemoveStaged();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<string> Present() => Directory.Exists(_root)
        ? Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(Path.GetFullPath).Where(file => !file.StartsWith(Staged + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        : [];

    private void RemoveStaged()
    {
        if (Directory.Exists(Staged))
        {
            Directory.Delete(Staged, recursive: true);
        }
    }
}
