using System.Buffers;
using System.Security.Cryptography;
using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>
/// What arrives, on this machine's disk as it comes: <c>incoming/</c> in the activity folder, whether the files end up there or in a bucket. So no file is ever held in
/// memory, and its length and hash are known before it goes anywhere.
/// </summary>
internal sealed class IncomingFolder : IHostedService
{
    private readonly string _root;
    private readonly string _incoming;
    private readonly long _maxSize;

    public IncomingFolder(IOptions<CentralDbServerOptions> options, IConfiguration configuration)
    {
        _root = FolderFiles.RootOf(options.Value, configuration);
        _incoming = Path.Combine(_root, "incoming");
        _maxSize = options.Value.MaxFileSizeBytes;
    }

    public bool IsReachable => Directory.Exists(_incoming);

    /// <summary>Makes the folder, and removes what killed processes were receiving. What another process that runs is receiving stays: it has the file open.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_incoming);
            foreach (var left in Directory.EnumerateFiles(_incoming).Where(IsNobodys))
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

    /// <summary>Takes in a file, to disk as it comes.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="maxSize">The most bytes that are taken; null for what the options say.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing.</param>
    /// <exception cref="BadHttpRequestException">The content is longer than allowed.</exception>
    /// <exception cref="ActivityFolderException">The folder is full or cannot be written.</exception>
    public async Task<IncomingFile> ReceiveAsync(Stream content, long? maxSize, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_incoming, Path.GetRandomFileName());
        FileStream? file = null;
        try
        {
            file = ActivityFolderException.Guard(
                () => new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true));
            var sha256 = await CopyAsync(content, file, maxSize ?? _maxSize, cancellationToken);
            return new IncomingFile(path, file, file.Length, sha256);
        }
        catch
        {
            file?.Dispose();
            IncomingFile.Forget(path);
            throw;
        }
    }

    private static bool IsNobodys(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false; // or gone meanwhile
        }
    }

    private static async Task<string> CopyAsync(Stream content, FileStream file, long maxSize, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            var size = 0L;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += read;
                if (size > maxSize)
                {
                    throw new BadHttpRequestException($"The file has more than {maxSize} bytes (CentralDbServer:MaxFileSizeBytes).", StatusCodes.Status413PayloadTooLarge);
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
}
