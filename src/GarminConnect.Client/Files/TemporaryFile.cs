namespace GarminConnect.Client;

/// <summary>A file in the folder for temporary ones, readable by this user alone, that exists until it is disposed of.</summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    /// <summary>What the names look like.</summary>
    public const string Pattern = "garminsync-*.tmp";

    // What writes and reads has buffers of its own.
    private const int NoBuffer = 0;

    private readonly FileStream _stream;

    public TemporaryFile() => _stream = new FileStream(Path.Combine(Path.GetTempPath(), Pattern.Replace("*", $"{Guid.NewGuid():N}", StringComparison.Ordinal)), Options());

    public long Length => _stream.Length;

    /// <summary>The one stream that writes; disposed of with the file.</summary>
    public Stream Content => _stream;

    public Stream OpenRead() => new FileStream(
        _stream.Name,
        FileMode.Open,
        FileAccess.Read,
        FileShare.ReadWrite | FileShare.Delete,
        NoBuffer,
        FileOptions.Asynchronous | FileOptions.SequentialScan);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = NoBuffer,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
