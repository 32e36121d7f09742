using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace FitTrack.Databases.Backups;

/// <summary>
/// Writes an archive: a zip under a name that ends in <c>.partial</c>, which gets its own name when it is whole and on the disk. What is disposed of before is removed.
/// </summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private bool _isWhole;

    private BackupWriter(string path, FileStream file)
    {
        (_path, _file) = (path, file);
        _zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        PrivateStream.CreateFolder(WorkFolder);
    }

    /// <summary>For copies of databases until they are put into the archive; on the same disk as that.</summary>
    public string WorkFolder => $"{_path}.partial.work";

    private string Partial => $"{_path}.partial";

    /// <exception cref="BackupRefusedException">There is such a file.</exception>
    /// <exception cref="IOException">The file cannot be made; or another backup is being written to it.</exception>
    public static BackupWriter Create(string path)
    {
        if (Path.Exists(path))
        {
            throw new BackupRefusedException($"{path} is there already. Name another file; no backup is ever overwritten.");
        }

        var file = PrivateStream.Create($"{path}.partial");
        try
        {
            return new BackupWriter(path, file);
        }
        catch
        {
            file.Dispose();
            File.Delete($"{path}.partial");
            throw;
        }
    }

    /// <summary>Adds one file, read to its end.</summary>
    public async Task<BackupEntry> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        await using var target = await entry.OpenAsync(cancellationToken);
        var (size, sha256) = await HashedCopy.RunAsync(content, target, cancellationToken);
        return new BackupEntry(name, size, sha256);
    }

    /// <summary>Adds the manifest; from now on there is a backup.</summary>
    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var json = manifest.ToJson();
        await AddAsync(BackupManifest.FileName, new MemoryStream(json), cancellationToken);
        await AddAsync(BackupManifest.HashFileName, new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)))), cancellationToken);
        await _zip.DisposeAsync();
        _file.Flush(flushToDisk: true);
        cancellationToken.ThrowIfCancellationRequested();
        File.Move(Partial, _path, overwrite: false);
        _isWhole = true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_isWhole)
            {
                await _zip.DisposeAsync();
            }
        }
        catch (IOException)
        {
            // The disk is full, which was said already; it goes all the same.
        }
        finally
        {
            await CloseAsync();
            Directory.Delete(WorkFolder, recursive: true);
            if (!_isWhole)
            {
                File.Delete(Partial);
            }
        }
    }

    private async Task CloseAsync()
    {
        try
        {
            await _file.DisposeAsync();
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
