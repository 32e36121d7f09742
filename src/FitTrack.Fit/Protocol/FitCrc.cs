namespace FitTrack.Fit.Protocol;

/// <summary>The 16-bit CRC of FIT files: polynomial 0x8005, bits reflected, starting from 0.</summary>
internal static class FitCrc
{
    private const ushort Polynomial = 0xA001;

    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Divide)];

    /// <summary>The CRC of what has been read so far and of what follows it.</summary>
    public static ushort Add(ushort crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = (ushort)((crc >> 8) ^ Table[(byte)(crc ^ value)]);
        }

        return crc;
    }

    private static ushort Divide(int value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return (ushort)value;
    }
}
