using System.Runtime.CompilerServices;
using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>The activity folder. Several processes may share it when they share a database on PostgreSQL too.</summary>
internal sealed class FolderFiles(IOptions<CentralDbServerOptions> options, IConfiguration configuration, IncomingFolder incomingFolder) : IFileStore
{
    /// <summary>The full path of the folder.</summary>
    public string Root { get; } = RootOf(options.Value, configuration);

    public bool IsRemote => false;

    public static string RootOf(CentralDbServerOptions options, IConfiguration configuration) =>
        Path.GetFullPath(options.ActivityFolder ?? Path.Combine(DataFolder.Get(configuration), "activities"));

    public string NameOf(string path) => Path.Combine(Root, path);

    public Task<string?> TroubleAsync(CancellationToken cancellationToken) =>
        Task.FromResult(incomingFolder.IsReachable ? null : "The activity folder is gone; see CentralDbServer:ActivityFolder.");

    public Task<bool> HasAsync(string path, long size, CancellationToken cancellationToken)
    {
        var file = new FileInfo(NameOf(path));
        return Task.FromResult(file.Exists && file.Length == size);
    }

    public Task PlaceAsync(IncomingFile incoming, string path, Func<string, Task> begun, CancellationToken cancellationToken)
    {
        ActivityFolderException.Guard(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(NameOf(path))!);
            incoming.MoveTo(NameOf(path));
            return path;
        });
        return Task.CompletedTask;
    }

    public Task AbandonAsync(string path, string uploadId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(NameOf(path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories) : [])
        {
            yield return Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    public async Task PutAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var incoming = await incomingFolder.ReceiveAsync(content, long.MaxValue, cancellationToken);
        await PlaceAsync(incoming, path, _ => Task.CompletedTask, cancellationToken);
    }

    public Task RemoveAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(NameOf(path)))
        {
            File.Delete(NameOf(path));
        }

        return Task.CompletedTask;
    }
}
