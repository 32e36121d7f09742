namespace FitTrack.Databases.Backups;

/// <summary>Where files lie that rows of a database point at. A file there never changes: another content has another path.</summary>
public interface IFilePlace
{
    /// <summary>What a person calls the file of a path.</summary>
    string NameOf(string path);

    /// <summary>The content, which can be sought in; null when there is no such file.</summary>
    Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken);

    /// <summary>The paths of all files that are there.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts a file in its place. It is there whole or not at all.</summary>
    Task PutAsync(string path, Stream content, CancellationToken cancellationToken);

    /// <summary>Removes a file if it is there.</summary>
    Task RemoveAsync(string path, CancellationToken cancellationToken);
}
