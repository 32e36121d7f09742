using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FitTrack.Databases;
using FitTrack.Databases.Backups;
using Xunit;

namespace FitTrack.CentralDb.Tests.Backups;

/// <summary>Archives for tests, made by the writer that makes real ones.</summary>
internal static class BackupOf
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An archive of a store <c>centraldb</c> that has these files, and something that stands for its database.</summary>
    /// <param name="folder">Where it is made.</param>
    /// <param name="change">What is not as it should be in its manifest.</param>
    /// <param name="files">Names of files below the folder of files.</param>
    public static async Task<string> FilesAsync(string folder, Func<BackupManifest, BackupManifest>? change, params string[] files)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.zip");
        await using var writer = BackupWriter.Create(path);
        List<BackupEntry> entries = [await writer.AddAsync("centraldb/database.sqlite", Content("a database"), Token)];
        foreach (var file in files)
        {
            entries.Add(await writer.AddAsync($"centraldb/files/{file}", Content($"content of {file}"), Token));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = "centraldb",
            Version = "1.0.0",
            MadeAt = new DateTimeOffset(2026, 11, 28, 6, 0, 0, TimeSpan.Zero),
            Stores = [new BackupManifestStore { Name = "centraldb", Provider = DatabaseProvider.Sqlite, Migration = "20261122000000_Initial", Tables = [], Entries = entries }],
        };
        await writer.FinishAsync(change?.Invoke(manifest) ?? manifest, Token);
        return path;
    }

    /// <summary>Writes a part anew behind the manifest's back.</summary>
    public static async Task ReplaceAsync(string path, string part, string? content)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, Token);
        zip.GetEntry(part)?.Delete();
        if (content is not null)
        {
            await using var target = await zip.CreateEntry(part).OpenAsync(Token);
            await target.WriteAsync(Encoding.UTF8.GetBytes(content), Token);
        }
    }

    /// <summary>Everything that a restore would take from the archive, as one hash; throws when the archive is refused.</summary>
    public static async Task<string> ReadAsync(string path)
    {
        using var archive = await BackupReader.OpenAsync(path, Token);
        await archive.CheckAsync(Token);
        using var all = new MemoryStream();
        await all.WriteAsync(archive.Manifest.ToJson(), Token);
        foreach (var entry in archive.Manifest.Stores.SelectMany(store => store.Entries))
        {
            await using var content = await archive.OpenAsync(entry, Token);
            await content.CopyToAsync(all, Token);
        }

        return Convert.ToHexStringLower(SHA256.HashData(all.ToArray()));
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
