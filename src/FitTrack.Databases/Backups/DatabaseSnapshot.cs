namespace FitTrack.Databases.Backups;

/// <summary>A database at one moment, copied into a folder.</summary>
/// <param name="Migration">Id of the last migration that it had.</param>
/// <param name="Tables">See <see cref="BackupManifestStore.Tables"/>.</param>
/// <param name="Parts">The copies: what each is called below the store's folder in the archive, and the file where it is now.</param>
/// <param name="FilePaths">The files that it points at.</param>
internal sealed record DatabaseSnapshot(
    string Migration, IReadOnlyList<BackupTable> Tables, IReadOnlyList<(string Name, string File)> Parts, IReadOnlyList<string> FilePaths);
