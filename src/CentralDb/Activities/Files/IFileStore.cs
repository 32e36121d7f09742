using FitTrack.Databases.Backups;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>
/// Where activity files lie. A file lies under the SHA-256 of its content, <c>3f/3f5a….fit</c>, so equal content lies there once; no name from a caller is ever part of a path.
/// A file is there whole or not at all.
/// </summary>
/// <remarks>What cannot be done because the store is away, full or forbidden is an <see cref="ActivityFolderException"/> (folder) or a <see cref="FileStoreException"/> (bucket).</remarks>
internal interface IFileStore : IFilePlace
{
    /// <summary>Whether it is on other machines: then nothing is asked of it while a database transaction is open, but for removals, and a <see cref="LooseFile"/> says what is under way.</summary>
    bool IsRemote { get; }

    /// <summary>Says why it cannot be used just now; null when it can.</summary>
    Task<string?> TroubleAsync(CancellationToken cancellationToken);

    /// <summary>Whether a file is there with this size.</summary>
    Task<bool> HasAsync(string path, long size, CancellationToken cancellationToken);

    /// <summary>Puts a file in its place, over what may be there.</summary>
    /// <param name="incoming">The file.</param>
    /// <param name="path">Its place.</param>
    /// <param name="begun">Called with the name of an upload in parts when that has begun, before its first part.</param>
    /// <param name="cancellationToken">Gives up; nothing is there then.</param>
    Task PlaceAsync(IncomingFile incoming, string path, Func<string, Task> begun, CancellationToken cancellationToken);

    /// <summary>Forgets an upload in parts that was never finished, if it is there.</summary>
    Task AbandonAsync(string path, string uploadId, CancellationToken cancellationToken);
}
