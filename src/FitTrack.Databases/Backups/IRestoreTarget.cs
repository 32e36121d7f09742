namespace FitTrack.Databases.Backups;

/// <summary>Where one database, or the files of one, are restored. Its members are called in this order.</summary>
internal interface IRestoreTarget : IAsyncDisposable
{
    /// <summary>Looks whether something is there, or somebody uses it.</summary>
    /// <param name="replace">Whether what is there may be lost.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BackupRefusedException">It is not restored here; nothing has changed.</exception>
    Task CheckAsync(bool replace, CancellationToken cancellationToken);

    /// <summary>Writes everything beside what is there. What is disposed of afterwards leaves that as it was.</summary>
    Task StageAsync(CancellationToken cancellationToken);

    /// <summary>Puts it in its place. If that is broken off, it is done once more by a restore from the start.</summary>
    Task PutInPlaceAsync();
}
