namespace FitTrack.Databases.Backups;

/// <summary>One database in an archive.</summary>
internal sealed record BackupManifestStore
{
    /// <summary>Name of the copy of a SQLite database, in the store's folder.</summary>
    public const string SqliteName = "database.sqlite";

    public required string Name { get; init; }

    public required DatabaseProvider Provider { get; init; }

    /// <summary>Id of the last migration that the database had.</summary>
    public required string Migration { get; init; }

    /// <summary>The tables with their columns. PostgreSQL only; empty for SQLite.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>Everything of this store in the archive: the copy of the database, or its tables, and the files.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }

    internal string SqlitePath => $"{Name}/{SqliteName}";

    internal string FilesPrefix => $"{Name}/files/";

    public string TablePath(string table) => $"{Name}/tables/{table}.copy";

    /// <summary>The entries that are files, with their paths below the folder of files.</summary>
    public IEnumerable<(string RelativePath, BackupEntry Entry)> Files() => Entries
        .Where(entry => entry.Path.StartsWith(FilesPrefix, StringComparison.Ordinal))
        .Select(entry => (entry.Path[FilesPrefix.Length..], entry));
}
