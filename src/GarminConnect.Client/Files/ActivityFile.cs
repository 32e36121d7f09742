namespace GarminConnect.Client;

/// <summary>A downloaded activity file. It lies in the folder for temporary files, readable by this user alone, and is deleted when it is disposed of.</summary>
public sealed class ActivityFile : IAsyncDisposable
{
    private readonly TemporaryFile _content;

    internal ActivityFile(TemporaryFile content, ActivityFileFormat format, string sha256)
        : this(content, format, sha256, [])
    {
    }

    private ActivityFile(TemporaryFile content, ActivityFileFormat format, string sha256, IReadOnlyList<ActivityFile> further)
    {
        _content = content;
        Further = further;
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

    /// <summary>
    /// The other files of the same ZIP, in its order: Garmin sends more than one FIT for some multisport activities. Empty for nearly all. They are disposed
    /// of with this one.
    /// </summary>
    public IReadOnlyList<ActivityFile> Further { get; }

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

    /// <summary>Deletes the file, and those of <see cref="Further"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync();
        foreach (var file in Further)
        {
            await file.DisposeAsync();
        }
    }

    internal ActivityFile With(IReadOnlyList<ActivityFile> further) => new(_content, Format, Sha256, further);
}
