namespace GarminConnect.Client;

/// <summary>A downloaded activity file on disk; gone when disposed of.</summary>
internal sealed class ActivityFile(TemporaryFile content, ActivityFileFormat format, string sha256) : IAsyncDisposable
{
    public ActivityFileFormat Format { get; } = format;

    /// <summary>In bytes.</summary>
    public long Length { get; } = content.Length;

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; } = sha256;

    /// <summary>A new stream from the beginning, so that an upload can be repeated.</summary>
    public Stream OpenRead() => content.OpenRead();

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
