namespace FitTrack.Databases.Backups;

/// <summary>What one program backs up and restores.</summary>
/// <param name="Program">The program's name, which begins the name of a file that the operator has not named.</param>
/// <param name="DataFolder">Its data folder, as a full path.</param>
/// <param name="Stores">In the order in which they are backed up: the one that says what another holds comes before that one.</param>
/// <param name="Owned">What is to be disposed of afterwards.</param>
public sealed record BackupSubject(string Program, string DataFolder, IReadOnlyList<BackedUpStore> Stores, IReadOnlyList<IAsyncDisposable> Owned) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Owned)
        {
            await owned.DisposeAsync();
        }
    }
}
