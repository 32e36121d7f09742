namespace FitTrack.Databases.Backups;

/// <summary>Restores files to where they lie when that is no folder. A path says what the content is, so new files come beside what is there and disturb nothing.</summary>
internal sealed class PlaceTarget(IFilePlace place, BackupManifestStore backup, BackupReader archive) : IRestoreTarget
{
    private readonly HashSet<string> _before = new(StringComparer.Ordinal);
    private readonly HashSet<string> _new = new(StringComparer.Ordinal);

    public async Task CheckAsync(bool replace, CancellationToken cancellationToken)
    {
        await foreach (var path in place.ListAsync(cancellationToken))
        {
            if (!replace)
            {
                throw new BackupRefusedException($"There is {place.NameOf(path)} already, and maybe more. {BackupRestorer.SayReplace}");
            }

            _before.Add(path);
        }
    }

    public async Task StageAsync(CancellationToken cancellationToken)
    {
        foreach (var (path, entry) in backup.Files().Where(file => !_before.Contains(file.RelativePath)))
        {
            _new.Add(path);
            await using var content = await archive.OpenAsync(entry, cancellationToken);
            await place.PutAsync(path, content, cancellationToken);
        }
    }

    public async Task PutInPlaceAsync()
    {
        _new.Clear();

        // Those of rows that are no more: an erased user's, for example.
        foreach (var left in _before.Except(backup.Files().Select(file => file.RelativePath), StringComparer.Ordinal))
        {
            await place.RemoveAsync(left, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var path in _new)
        {
            await place.RemoveAsync(path, CancellationToken.None);
        }
    }
}
