namespace GarminConnect.Simulator.Files.Fit;

/// <summary>The 16-bit CRC of FIT files (polynomial 0x8005, reflected).</summary>
internal static class FitCrc
{
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1);
            }
        }

        return crc;
    }
}
