using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FitTrack.Databases.Backups;

/// <summary>Reads an archive. Nothing of it is used before all of it has been checked.</summary>
internal sealed class BackupReader : IDisposable
{
    // More than the manifest of a million files has.
    private const int LargestManifest = 512 * 1024 * 1024;

    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Opens an archive and reads its manifest.</summary>
    /// <exception cref="BackupRefusedException">It is no backup, not whole, or of a newer version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<BackupReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, cancellationToken);
            var json = await ReadAsync(zip, BackupManifest.FileName, LargestManifest, cancellationToken);
            var hash = Encoding.ASCII.GetString(await ReadAsync(zip, BackupManifest.HashFileName, 64, cancellationToken));
            if (hash != Convert.ToHexStringLower(SHA256.HashData(json)))
            {
                throw new BackupRefusedException($"{path} is damaged: its manifest is not as it was written. Take another backup.");
            }

            return new BackupReader(zip, Read(json, path));
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            zip?.Dispose();
            throw new BackupRefusedException($"{path} is no backup of this service, or not all of one.", exception);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads all of it and compares it with the manifest.</summary>
    /// <exception cref="BackupRefusedException">A part is missing, is not as it was written, is not in the manifest, or has a path that leaves the archive.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal) { BackupManifest.FileName, BackupManifest.HashFileName };
        foreach (var store in Manifest.Stores)
        {
            foreach (var entry in store.Entries)
            {
                if (!ArchivePath.IsInside(entry.Path) || !entry.Path.StartsWith($"{store.Name}/", StringComparison.Ordinal) || !told.Add(entry.Path))
                {
                    throw new BackupRefusedException($"The archive has '{entry.Path}', which no backup of this service has. It is not restored.");
                }

                await CheckAsync(entry, cancellationToken);
            }

            var needed = store.Provider == DatabaseProvider.Sqlite ? [store.SqlitePath] : store.Tables.Select(table => store.TablePath(table.Name));
            if (needed.FirstOrDefault(path => !told.Contains(path)) is { } missing)
            {
                throw new BackupRefusedException($"The backup is damaged: '{missing}' is missing. Take another one.");
            }
        }

        // Twice the same name would be two contents for one part.
        if (_zip.Entries.FirstOrDefault(entry => !told.Remove(entry.FullName)) is { } unknown)
        {
            throw new BackupRefusedException($"The archive has '{unknown.FullName}', of which its manifest knows nothing or which is there twice. It is not restored.");
        }
    }

    /// <summary>Opens a part that the manifest has.</summary>
    public Task<Stream> OpenAsync(BackupEntry entry, CancellationToken cancellationToken) => Find(entry.Path).OpenAsync(cancellationToken);

    public void Dispose() => _zip.Dispose();

    private async Task CheckAsync(BackupEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await OpenAsync(entry, cancellationToken);
            if (await HashedCopy.RunAsync(content, Stream.Null, cancellationToken) == (entry.Size, entry.Sha256))
            {
                return;
            }
        }
        catch (InvalidDataException)
        {
            // Cannot even be unpacked.
        }

        throw new BackupRefusedException($"The backup is damaged: '{entry.Path}' is not as it was written. Take another one.");
    }

    private ZipArchiveEntry Find(string path) =>
        _zip.GetEntry(path) ?? throw new BackupRefusedException($"The backup is damaged: '{path}' is missing. Take another one.");

    private static BackupManifest Read(byte[] json, string path)
    {
        var format = BackupManifest.FormatOf(json);
        return format <= BackupManifest.CurrentFormat
            ? BackupManifest.FromJson(json)
            : throw new BackupRefusedException($"{path} was made by a newer version (form {format}; this one reads up to {BackupManifest.CurrentFormat}). Restore it with that version.");
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name, int longest, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(name) is not { } entry || entry.Length > longest)
        {
            throw new InvalidDataException();
        }

        await using var content = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
