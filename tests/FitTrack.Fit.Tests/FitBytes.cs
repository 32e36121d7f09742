using System.Buffers.Binary;

namespace FitTrack.Fit.Tests;

/// <summary>Builds FIT files byte by byte, sound ones and others. Numbers are written in the byte order of the definition that was written last for their message.</summary>
internal sealed class FitBytes
{
    public const int RecordMessage = 20;

    private readonly List<byte> _data = [];
    private readonly Dictionary<int, bool> _bigEndian = [];

    /// <summary>A time that is a date: 2025-06-01 12:00:00 UTC.</summary>
    public const uint Noon = 1_117_713_600;

    public static uint TimeOf(DateTimeOffset time) => (uint)(time - new DateTimeOffset(1989, 12, 31, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;

    /// <summary>A definition message. A field is its number, its size in bytes and its base type, as in the file.</summary>
    public FitBytes Define(int local, int message, params (byte Number, byte Size, byte Type)[] fields) => Define(local, message, false, fields, []);

    public FitBytes DefineBigEndian(int local, int message, params (byte Number, byte Size, byte Type)[] fields) => Define(local, message, true, fields, []);

    /// <summary>A definition message with developer fields: number, size in bytes, index of the developer.</summary>
    public FitBytes Define(int local, int message, bool bigEndian, (byte Number, byte Size, byte Type)[] fields, (byte Number, byte Size, byte Developer)[] developerFields)
    {
        _bigEndian[local] = bigEndian;
        _data.AddRange([(byte)(0x40 | (developerFields.Length > 0 ? 0x20 : 0) | local), 0, (byte)(bigEndian ? 1 : 0)]);
        Add(message, 2, bigEndian);
        _data.Add((byte)fields.Length);
        _data.AddRange(fields.SelectMany(field => new[] { field.Number, field.Size, field.Type }));
        if (developerFields.Length > 0)
        {
            _data.Add((byte)developerFields.Length);
            _data.AddRange(developerFields.SelectMany(field => new[] { field.Number, field.Size, field.Developer }));
        }

        return this;
    }

    /// <summary>A data message: for each field an integer of so many bytes.</summary>
    public FitBytes Data(int local, params (long Value, int Size)[] values)
    {
        _data.Add((byte)local);
        return AddAll(local, values);
    }

    /// <summary>A data message whose header has the lowest five bits of its time.</summary>
    public FitBytes Compressed(int local, int time, params (long Value, int Size)[] values)
    {
        _data.Add((byte)(0x80 | (local << 5) | (time & 0x1F)));
        return AddAll(local, values);
    }

    public FitBytes Raw(params ReadOnlySpan<byte> bytes)
    {
        _data.AddRange(bytes);
        return this;
    }

    /// <summary>The file: header, data, checksum. A header of 12 bytes has no checksum of its own.</summary>
    public byte[] File(int headerSize = 14)
    {
        var file = new byte[headerSize + _data.Count + 2];
        file[0] = (byte)headerSize;
        file[1] = 0x20;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 2158);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)_data.Count);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        if (headerSize > 12)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), Crc(file.AsSpan(0, 12)));
        }

        _data.CopyTo(file, headerSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), Crc(file.AsSpan(0, file.Length - 2)));
        return file;
    }

    public FitFile Read() => FitFile.Read(File());

    /// <summary>Bit by bit, as the CRC is defined; the library goes by a table.</summary>
    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }

        return (ushort)crc;
    }

    private FitBytes AddAll(int local, (long Value, int Size)[] values)
    {
        foreach (var (value, size) in values)
        {
            Add(value, size, _bigEndian.GetValueOrDefault(local));
        }

        return this;
    }

    private void Add(long value, int size, bool bigEndian)
    {
        for (var i = 0; i < size; i++)
        {
            _data.Add((byte)(value >> (8 * (bigEndian ? size - 1 - i : i))));
        }
    }
}
