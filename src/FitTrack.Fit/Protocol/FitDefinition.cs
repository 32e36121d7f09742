using FitTrack.Fit.Profile;

namespace FitTrack.Fit.Protocol;

/// <summary>What a definition message says of the data messages that follow it.</summary>
internal sealed class FitDefinition
{
    private const byte TimestampField = 253;
    private const int BytesPerField = 3;

    private readonly FieldDefinition[] _fields;

    // The numbers of the profile's fields, which come first; a field is looked for here.
    private readonly byte[] _numbers;

    private FitDefinition(ushort number, bool bigEndian, FieldDefinition[] fields, byte[] numbers)
    {
        Number = number;
        BigEndian = bigEndian;
        Profile = FitProfile.Find(number);
        _fields = fields;
        _numbers = numbers;
        Size = fields.Sum(field => field.Size);
        Timestamp = Array.FindIndex(fields, field => field is { IsDeveloper: false, Number: TimestampField, Size: sizeof(uint) });
    }

    public ushort Number { get; }

    public bool BigEndian { get; }

    public MessageProfile? Profile { get; }

    /// <summary>The size of a data message in bytes, without its header.</summary>
    public int Size { get; }

    public IReadOnlyList<FieldDefinition> Fields => _fields;

    /// <summary>Which field is the time; negative for none.</summary>
    public int Timestamp { get; }

    /// <summary>Reads the lists of fields, three bytes for each.</summary>
    public static FitDefinition From(
        ushort number, bool bigEndian, ReadOnlySpan<byte> fields, ReadOnlySpan<byte> developerFields, FitDeveloperFields described)
    {
        var profile = FitProfile.Find(number);
        var numbers = new byte[fields.Length / BytesPerField];
        var all = new FieldDefinition[numbers.Length + (developerFields.Length / BytesPerField)];
        var offset = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i < numbers.Length)
            {
                var bytes = fields.Slice(i * BytesPerField, BytesPerField);
                numbers[i] = bytes[0];
                all[i] = new(bytes[0], BaseTypes.Of(bytes[2], bytes[1]), offset, bytes[1]) { Profile = profile?.Find(bytes[0]) };
            }
            else
            {
                var bytes = developerFields.Slice((i - numbers.Length) * BytesPerField, BytesPerField);
                var field = described.Find(bytes[2], bytes[0]);
                all[i] = new(bytes[0], BaseTypes.Of(field?.TypeCode ?? (byte)FitBaseType.Bytes, bytes[1]), offset, bytes[1]) { IsDeveloper = true, Developer = field };
            }

            offset += all[i].Size;
        }

        return new(number, bigEndian, all, numbers);
    }

    /// <summary>Which field has that number in the profile; negative for none.</summary>
    public int IndexOf(byte number) => Array.IndexOf(_numbers, number);

    public bool HasAny(ReadOnlySpan<byte> numbers) => _numbers.AsSpan().ContainsAny(numbers);

    public ref readonly FieldDefinition this[int index] => ref _fields[index];
}
