namespace FitTrack.Databases.Backups;

/// <summary>The files that rows of a database point at.</summary>
/// <param name="Folder">Where they lie, as a full path. A file there never changes: another content has another name.</param>
/// <param name="PathsSql">Selects one column without nulls: the paths of all files that the database knows, relative to <paramref name="Folder"/>, with <c>/</c>.</param>
public sealed record BackedUpFiles(string Folder, string PathsSql)
{
    /// <summary>Where they lie instead, when that is no folder; null when it is.</summary>
    public IFilePlace? Place { get; init; }
}
