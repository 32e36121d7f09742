namespace FitTrack.Fit.Protocol;

/// <summary>The messages' part of a file: where it ends, and the checksum of what was read.</summary>
/// <param name="source">The input.</param>
/// <param name="end">Where the data end; null for where the input does.</param>
/// <param name="crc">The checksum of the header.</param>
internal sealed class FitData(FitSource source, long? end, ushort crc)
{
    public long Position => source.Position;

    public bool IsAtEnd => end is { } place ? Position == place : source.IsAtEnd;

    public bool HasEnd => end is not null;

    public ushort Crc { get; private set; } = crc;

    /// <summary>Goes to the end, without the checksum; past it when <paramref name="further"/> bytes more belong to the file.</summary>
    public void Leave(int further) => source.Skip((end ?? long.MaxValue - further) + further - Position);

    /// <summary>The next bytes; a fault when there are fewer.</summary>
    public FitFault? Take(int count, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        if (count > (end ?? long.MaxValue) - Position)
        {
            return new(FitFaultKind.Overrun, Position, "A message is longer than the rest of the data.");
        }

        bytes = source.Take(count);
        Crc = FitCrc.Add(Crc, bytes.Span);
        return bytes.Length == count ? null : new(FitFaultKind.Truncated, Position, "The file ends in the middle of its data.");
    }
}
