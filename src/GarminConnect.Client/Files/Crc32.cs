namespace GarminConnect.Client;

/// <summary>The checksum of ZIP members (CRC-32, IEEE 802.3), which the framework's ZIP reader does not check.</summary>
internal struct Crc32()
{
    private const uint ReversedPolynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Entry((uint)index))];

    private uint _register = uint.MaxValue;

    public readonly uint Value => ~_register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var register = _register;
        foreach (var value in bytes)
        {
            register = Table[(register ^ value) & 0xFF] ^ (register >> 8);
        }

        _register = register;
    }

    private static uint Entry(uint index)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            index = (index & 1) == 1 ? ReversedPolynomial ^ (index >> 1) : index >> 1;
        }

        return index;
    }
}
