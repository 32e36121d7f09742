namespace FitTrack.Fit;

/// <summary>The content of a FIT file: messages, in one part or, where several files were chained, in several. <see cref="FitActivity"/> makes an activity of it.</summary>
public sealed class FitFile
{
    private FitFile(IReadOnlyList<FitPart> parts, IReadOnlyList<FitFault> faults)
    {
        Parts = parts;
        Faults = faults;
    }

    /// <summary>The files of the chain, in its order; of a sound input at least one.</summary>
    public IReadOnlyList<FitPart> Parts { get; }

    /// <summary>What is wrong with the file; always none after <see cref="Read(ReadOnlyMemory{byte})"/>.</summary>
    public IReadOnlyList<FitFault> Faults { get; }

    /// <summary>The messages of all parts.</summary>
    public IEnumerable<FitMessage> Messages => Parts.SelectMany(part => part.Messages);

    /// <summary>Reads a sound file, or several in a chain. The bytes must not change as long as the messages are used, which look into them.</summary>
    /// <exception cref="FitException">It is no FIT file, or a damaged one.</exception>
    public static FitFile Read(ReadOnlyMemory<byte> bytes) => From(new(bytes));

    /// <summary>Reads a sound file, or several in a chain, from where the stream stands to its end. The stream is not disposed of; what it throws comes through.</summary>
    /// <exception cref="FitException">It is no FIT file, or a damaged one.</exception>
    public static FitFile Read(Stream stream) => From(new(stream));

    /// <summary>As <see cref="Read(Stream)"/>, for a stream that is to be waited for; it may have 2 GiB.</summary>
    /// <exception cref="FitException">It is no FIT file, or a damaged one.</exception>
    public static async Task<FitFile> ReadAsync(Stream stream, CancellationToken cancellationToken = default) => Read(await BytesAsync(stream, cancellationToken));

    /// <summary>Reads what can be read of a file, sound or not: all that stands before a fault, with the fault. The bytes must not change as long as the messages are used.</summary>
    public static FitFile Salvage(ReadOnlyMemory<byte> bytes) => From(new(bytes) { Tolerant = true });

    /// <summary>Reads what can be read of a file, sound or not, from where the stream stands to its end. The stream is not disposed of; what it throws comes through.</summary>
    public static FitFile Salvage(Stream stream) => From(new(stream) { Tolerant = true });

    /// <summary>As <see cref="Salvage(Stream)"/>, for a stream that is to be waited for; it may have 2 GiB.</summary>
    public static async Task<FitFile> SalvageAsync(Stream stream, CancellationToken cancellationToken = default) => Salvage(await BytesAsync(stream, cancellationToken));

    private static FitFile From(FitReader reader)
    {
        var parts = new List<FitPart>();
        while (reader.NextFile() is { } header)
        {
            var messages = new List<FitMessage>();
            while (reader.NextMessage() is { } message)
            {
                messages.Add(message);
            }

            parts.Add(new(header, messages, [.. reader.DeveloperFields]));
        }

        return new(parts, reader.Faults);
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
