namespace GarminConnect.Simulator.Athletes;

/// <summary>A GUID that follows from two numbers.</summary>
internal static class SeededGuid
{
    public static Guid Of(long a, long b)
    {
        var bytes = new byte[16];
        BitConverter.TryWriteBytes(bytes, a);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), b);
        bytes[7] = 0x40;
        bytes[8] ^= 0x80;
        return new Guid(bytes);
    }
}
