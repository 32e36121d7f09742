using System.Buffers.Binary;
using System.Text;

namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>A message of protocol buffers, as its bytes alone tell: numbers of fields and their values.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, byte[] Bytes)> _fields = [];

    public ProtoMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            var field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    _fields.Add((field, Varint(ref bytes), []));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes), []));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    _fields.Add((field, 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(bytes), []));
                    bytes = bytes[4..];
                    break;
                default:
                    throw new FormatException("Not a message of protocol buffers.");
            }
        }
    }

    public IEnumerable<ProtoMessage> Messages(int field) => _fields.Where(one => one.Field == field).Select(one => new ProtoMessage(one.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public ulong Number(int field) => _fields.FirstOrDefault(one => one.Field == field).Number;

    public bool Has(int field) => _fields.Exists(one => one.Field == field);

    private byte[] Bytes(int field) => _fields.FirstOrDefault(one => one.Field == field).Bytes ?? [];

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
