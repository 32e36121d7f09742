using System.Buffers;
using System.Security.Cryptography;
using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities;

/// <summary>
/// The activity folder. A file lies under the SHA-256 of its content, <c>3f/3f5a….fit</c>, so equal content lies there once; no name from a caller
/// is ever part of a path. What arrives is written to <c>incoming/</c> beside it and renamed when whole.
/// </summary>
internal sealed class ActivityFiles : IHostedService, IDisposable
{
    private const int Stripes = 64;

    private readonly string _root;
    private readonly string _incoming;
    private readonly long _maxSize;
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public ActivityFiles(IOptions<CentralDbServerOptions> options, IConfiguration configuration)
    {
        _root = Path.GetFullPath(options.Value.ActivityFolder ?? Path.Combine(DataFolder.Get(configuration), "activities"));
        _incoming = Path.Combine(_root, "incoming");
        _maxSize = options.Value.MaxFileSizeBytes;
    }

    /// <summary>The full path of the folder.</summary>
    public string Root => _root;

    public bool IsReachable => Directory.Exists(_incoming);

    /// <summary>Makes the folder, and removes what a killed process was receiving.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_incoming);
            foreach (var left in Directory.EnumerateFiles(_incoming))
            {
                File.Delete(left);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The activity folder {_root} cannot be written (CentralDbServer:ActivityFolder). {exception.Message}", exception);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Held while a file and the records that point at it are changed together, so that one request does not remove what another has just found there.
    /// </summary>
    public async Task<IDisposable> LockAsync(string relativePath, CancellationToken cancellationToken)
    {
        var stripe = _locks[(uint)string.GetHashCode(relativePath, StringComparison.Ordinal) % Stripes];
        await stripe.WaitAsync(cancellationToken);
        return new Release(stripe);
    }

    /// <summary>Takes in a file, to disk as it comes.</summary>
    /// <exception cref="BadHttpRequestException">The content is longer than allowed.</exception>
    /// <exception cref="ActivityFolderException">The folder is full or cannot be written.</exception>
    public async Task<IncomingFile> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            await using var file = ActivityFolderException.Guard(
                () => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true));
            var sha256 = await CopyAsync(content, file, cancellationToken);
            return new IncomingFile(path, file.Length, sha256);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public static string PathOf(string sha256, string format) => $"{sha256[..2]}/{sha256}.{format}";

    /// <summary>Moves a file to its place, unless its content is there. Under the lock of <paramref name="relativePath"/>.</summary>
    public void Place(IncomingFile incoming, string relativePath)
    {
        var path = new FileInfo(Path.Combine(_root, relativePath));
        if (!path.Exists || path.Length != incoming.Size)
        {
            ActivityFolderException.Guard(() =>
            {
                path.Directory!.Create();
                File.Move(incoming.Path, path.FullName, overwrite: true);
                return path;
            });
        }
    }

    /// <summary>The content, or null when the file is gone from the folder.</summary>
    public FileStream? Open(string relativePath)
    {
        try
        {
            return new FileStream(Path.Combine(_root, relativePath), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes a file if it is there. Under the lock of <paramref name="relativePath"/>.</summary>
    public void Remove(string relativePath)
    {
        var path = Path.Combine(_root, relativePath);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    public void Dispose() => Array.ForEach(_locks, stripe => stripe.Dispose());

    private async Task<string> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            var size = 0L;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += read;
                if (size > _maxSize)
                {
                    throw new BadHttpRequestException($"The file has more than {_maxSize} bytes (CentralDbServer:MaxFileSizeBytes).", StatusCodes.Status413PayloadTooLarge);
                }

                hash.AppendData(buffer.AsSpan(0, read));
                await ActivityFolderException.GuardAsync(() => file.WriteAsync(buffer.AsMemory(0, read), cancellationToken));
            }

            await ActivityFolderException.GuardAsync(() =>
            {
                file.Flush(flushToDisk: true);
                return ValueTask.CompletedTask;
            });
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class Release(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
