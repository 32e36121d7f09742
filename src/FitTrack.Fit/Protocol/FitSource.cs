namespace FitTrack.Fit.Protocol;

/// <summary>
/// The input: bytes in memory, or a stream that is read in chunks. Each chunk is a new array, so that what was taken stays as it is and nothing is copied again.
/// </summary>
internal sealed class FitSource(ReadOnlyMemory<byte> bytes, Stream? stream)
{
    private const int ChunkSize = 32 * 1024;

    private ReadOnlyMemory<byte> _rest = bytes;
    private Stream? _stream = stream;

    public long Position { get; private set; }

    public bool IsAtEnd => Peek(1).IsEmpty;

    /// <summary>The next bytes, without going past them; fewer only at the end.</summary>
    public ReadOnlyMemory<byte> Peek(int count)
    {
        if (_rest.Length < count && _stream is not null)
        {
            Fill(count);
        }

        return _rest[..Math.Min(count, _rest.Length)];
    }

    /// <summary>The next bytes; fewer only at the end.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        var taken = Peek(count);
        _rest = _rest[taken.Length..];
        Position += taken.Length;
        return taken;
    }

    public void Skip(long count)
    {
        while (count > 0 && Take((int)Math.Min(count, ChunkSize)) is { IsEmpty: false } taken)
        {
            count -= taken.Length;
        }
    }

    private void Fill(int count)
    {
        var chunk = new byte[Math.Max(ChunkSize, count)];
        _rest.CopyTo(chunk);
        var length = _rest.Length + _stream!.ReadAtLeast(chunk.AsSpan(_rest.Length), chunk.Length - _rest.Length, throwOnEndOfStream: false);
        _rest = chunk.AsMemory(0, length);
        if (length < chunk.Length)
        {
            _stream = null;
        }
    }
}
