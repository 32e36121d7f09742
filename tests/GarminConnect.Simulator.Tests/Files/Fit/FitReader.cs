using System.Buffers.Binary;
using System.Text;

namespace GarminConnect.Simulator.Tests.Files.Fit;

/// <summary>
/// Reads the structure of a FIT file, independently of the writer under test: header and file CRC, definition and data messages, developer fields
/// and compressed timestamps. Throws <see cref="InvalidDataException"/> for a file that is damaged.
/// </summary>
internal sealed class FitReader
{
    private const int ShortHeader = 12;
    private const int LongHeader = 14;
    private const int CrcSize = 2;

    // The CRC as the FIT protocol document has it: by nibbles.
    private static readonly ushort[] CrcTable =
    [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    ];

    private readonly Dictionary<int, FitDefinition> _definitions = [];
    private readonly byte[] _bytes;
    private int _position;

    private FitReader(byte[] bytes) => _bytes = bytes;

    /// <summary>All data messages, in the order of the file. A file may be several FIT files in a row.</summary>
    public static IReadOnlyList<FitData> Read(byte[] bytes)
    {
        var messages = new List<FitData>();
        for (var start = 0; start < bytes.Length;)
        {
            var reader = new FitReader(bytes[start..]);
            reader.ReadFile(messages);
            start += reader._position + CrcSize;
        }

        return messages;
    }

    private void ReadFile(List<FitData> messages)
    {
        Require(_bytes.Length >= ShortHeader && _bytes[0] is ShortHeader or LongHeader, "The header has an unknown size.");
        Require(Encoding.ASCII.GetString(_bytes, 8, 4) == ".FIT", "The signature is missing.");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(4));
        var end = (long)_bytes[0] + size;
        Require(_bytes.Length >= end + CrcSize, "The file ends before its data do.");
        if (_bytes[0] == LongHeader && BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(12)) is not 0 and var headerCrc)
        {
            Require(headerCrc == Crc(_bytes.AsSpan(0, 12)), "The CRC of the header is wrong.");
        }

        Require(BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan((int)end)) == Crc(_bytes.AsSpan(0, (int)end)), "The CRC of the file is wrong.");

        for (_position = _bytes[0]; _position < end;)
        {
            ReadMessage(messages);
        }

        Require(_position == end, "The last message is longer than the data.");
    }

    private void ReadMessage(List<FitData> messages)
    {
        var header = Next();
        if ((header & 0x80) != 0)
        {
            messages.Add(ReadData((header >> 5) & 0x03));
        }
        else if ((header & 0x40) != 0)
        {
            ReadDefinition(header & 0x0F, (header & 0x20) != 0);
        }
        else
        {
            messages.Add(ReadData(header & 0x0F));
        }
    }

    private void ReadDefinition(int local, bool hasDeveloperFields)
    {
        Next();
        var bigEndian = Next() == 1;
        var number = (ushort)Integer(Take(2), bigEndian, signed: false);
        var fields = Fields(Next());
        var developerBytes = hasDeveloperFields ? Fields(Next()).Sum(field => field.Size) : 0;
        _definitions[local] = new FitDefinition(number, bigEndian, fields, developerBytes);
    }

    private List<(byte Number, byte Size, byte Type)> Fields(int count) => [.. Enumerable.Range(0, count).Select(_ => (Next(), Next(), Next()))];

    private FitData ReadData(int local)
    {
        Require(_definitions.TryGetValue(local, out var definition), "A data message comes before its definition.");
        var values = new Dictionary<int, long?>();
        foreach (var (number, size, type) in definition!.Fields)
        {
            values[number] = Value(Take(size), type, definition.BigEndian);
        }

        Take(definition.DeveloperBytes);
        return new FitData(definition.Number, values);
    }

    /// <summary>Integers of up to four bytes; null for "not measured" and for what is no single integer.</summary>
    private static long? Value(ReadOnlySpan<byte> bytes, byte type, bool bigEndian)
    {
        var (size, signed, zeroIsInvalid) = (type & 0x1F) switch
        {
            0x00 or 0x02 or 0x0D => (1, false, false),
            0x0A => (1, false, true),
            0x01 => (1, true, false),
            0x03 => (2, true, false),
            0x04 => (2, false, false),
            0x0B => (2, false, true),
            0x05 => (4, true, false),
            0x06 => (4, false, false),
            0x0C => (4, false, true),
            _ => (0, false, false),
        };

        if (bytes.Length != size)
        {
            return null;
        }

        var value = Integer(bytes, bigEndian, signed);
        var invalid = zeroIsInvalid ? 0 : (1L << ((8 * size) - (signed ? 1 : 0))) - 1;
        return value == invalid ? null : value;
    }

    private static long Integer(ReadOnlySpan<byte> bytes, bool bigEndian, bool signed)
    {
        long value = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            value |= (long)bytes[bigEndian ? bytes.Length - 1 - i : i] << (8 * i);
        }

        var sign = 1L << ((8 * bytes.Length) - 1);
        return signed && (value & sign) != 0 ? value - (sign << 1) : value;
    }

    private static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var value in bytes)
        {
            crc = (ushort)(((crc >> 4) & 0x0FFF) ^ CrcTable[crc & 0xF] ^ CrcTable[value & 0xF]);
            crc = (ushort)(((crc >> 4) & 0x0FFF) ^ CrcTable[crc & 0xF] ^ CrcTable[value >> 4]);
        }

        return crc;
    }

    private byte Next() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        Require(_position + count <= _bytes.Length - CrcSize, "A message runs into the end of the file.");
        _position += count;
        return _bytes.AsSpan(_position - count, count);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException(problem);
        }
    }
}
