using System.Buffers.Binary;
using System.Text;

namespace GarminConnect.Simulator.Files.Fit;

/// <summary>Writes a FIT file: header, definition and data messages, CRC. Little endian.</summary>
internal sealed class FitWriter
{
    private const int HeaderSize = 14;
    private const byte ProtocolVersion = 0x20;
    private const ushort ProfileVersion = 21_158;
    private const byte DefinitionBit = 0x40;

    private readonly List<byte> _data = [];
    private readonly List<FitMessage> _defined = [];

    /// <summary>Writes a message, and its definition before the first of its kind. One value for each field, in the field's unit; null for not measured.</summary>
    public void Write(FitMessage message, params ReadOnlySpan<double?> values)
    {
        if (values.Length != message.Fields.Count)
        {
            throw new ArgumentException($"Message {message.Number} has {message.Fields.Count} fields, not {values.Length}.", nameof(values));
        }

        var local = _defined.IndexOf(message);
        if (local < 0)
        {
            local = _defined.Count;
            _defined.Add(message);
            Define(local, message);
        }

        _data.Add((byte)local);
        for (var i = 0; i < values.Length; i++)
        {
            WriteInteger(message.Fields[i].Encode(values[i]), message.Fields[i].Type.Size);
        }
    }

    public byte[] ToArray()
    {
        var file = new byte[HeaderSize + _data.Count + 2];
        file[0] = HeaderSize;
        file[1] = ProtocolVersion;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), ProfileVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)_data.Count);
        Encoding.ASCII.GetBytes(".FIT", file.AsSpan(8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), FitCrc.Of(file.AsSpan(0, 12)));
        _data.CopyTo(file, HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), FitCrc.Of(file.AsSpan(0, file.Length - 2)));
        return file;
    }

    private void Define(int local, FitMessage message)
    {
        _data.Add((byte)(DefinitionBit | local));
        _data.Add(0); // reserved
        _data.Add(0); // little endian
        WriteInteger(message.Number, 2);
        _data.Add((byte)message.Fields.Count);
        foreach (var field in message.Fields)
        {
            _data.Add(field.Number);
            _data.Add((byte)field.Type.Size);
            _data.Add(field.Type.Code);
        }
    }

    private void WriteInteger(long value, int size)
    {
        for (var i = 0; i < size; i++)
        {
            _data.Add((byte)(value >> (8 * i)));
        }
    }
}
