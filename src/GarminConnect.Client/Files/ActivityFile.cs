namespace GarminConnect.Client;

/// <summary>A downloaded activity file. It lies in the folder for temporary files, readable by this user alone, and is deleted when it is disposed of.</summary>
public sealed class ActivityFile : IAsyncDisposable
{
    private readonly TemporaryFile _content;

    internal ActivityFile(TemporaryFile content, ActivityFileFormat format, string sha256)
    {
        _content = content;
        Format = format;
        Sha256 = sha256;
        Length = content.Length;
    }

    /// <summary>What the file is, by its content.</summary>
    public ActivityFileFormat Format { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>A new stream from the beginning, each time it is called.</summary>
    public Stream OpenRead() => _content.OpenRead();

    /// <summary>Copies the content to a file, and replaces one that is there.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="cancellationToken">Gives up; a part of the file may be left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        await using var source = OpenRead();
        await using var target = File.Create(path);
        await source.CopyToAsync(target, cancellationToken);
    }

    /// <summary>Deletes the file.</summary>
    public ValueTask DisposeAsync() => _content.DisposeAsync();
}
