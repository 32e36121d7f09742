namespace FitTrack.Fit.Protocol;

/// <summary>Reads the messages of one file: remembers definitions, descriptions of developer fields, and the last time.</summary>
internal sealed class MessageReader(FitData data)
{
    private const byte CompressedHeader = 0x80;
    private const byte DefinitionHeader = 0x40;
    private const byte HasDeveloperFields = 0x20;
    private const byte LocalType = 0x0F;
    private const byte CompressedLocalType = 0x03;
    private const int CompressedLocalTypeShift = 5;
    private const uint TimeOffset = 0x1F;
    private const int DefinitionSize = 5;
    private const byte BigEndian = 1;
    private const int BytesPerField = 3;

    private readonly FitDefinition?[] _definitions = new FitDefinition?[LocalType + 1];
    private readonly FitDeveloperFields _developerFields = new();
    private uint? _time;

    public IReadOnlyCollection<FitDeveloperField> DeveloperFields => _developerFields.All;

    /// <summary>Reads one message; gives none when that was a definition, or had no field.</summary>
    public FitFault? Read(out FitMessage? message)
    {
        message = null;
        var start = data.Position;
        if (data.Take(1, out var taken) is { } fault)
        {
            return fault;
        }

        var header = taken.Span[0];
        if ((header & CompressedHeader) != 0)
        {
            var time = AfterLastTime(header & TimeOffset);
            return ReadData((header >> CompressedLocalTypeShift) & CompressedLocalType, start, time, out message);
        }

        return (header & DefinitionHeader) != 0
            ? ReadDefinition(header & LocalType, start, (header & HasDeveloperFields) != 0)
            : ReadData(header & LocalType, start, null, out message);
    }

    private FitFault? ReadDefinition(int localType, long start, bool hasDeveloperFields)
    {
        if (data.Take(DefinitionSize, out var fixedPart) is { } fault)
        {
            return fault;
        }

        var order = fixedPart.Span[1];
        if (order > BigEndian)
        {
            return new(FitFaultKind.BadDefinition, start, "A message is defined with an order of bytes that the protocol does not have.");
        }

        var bigEndian = order == BigEndian;
        var number = BaseTypes.Word(fixedPart.Span[2..], bigEndian);
        ReadOnlyMemory<byte> developerFields = default;
        fault = data.Take(fixedPart.Span[4] * BytesPerField, out var fields) ?? (hasDeveloperFields ? TakeCounted(out developerFields) : null);
        if (fault is null)
        {
            _definitions[localType] = FitDefinition.From(number, bigEndian, fields.Span, developerFields.Span, _developerFields);
        }

        return fault;
    }

    private FitFault? TakeCounted(out ReadOnlyMemory<byte> fields)
    {
        fields = default;
        return data.Take(1, out var count) ?? data.Take(count.Span[0] * BytesPerField, out fields);
    }

    private FitFault? ReadData(int localType, long start, uint? compressedTime, out FitMessage? message)
    {
        message = null;
        if (_definitions[localType] is not { } definition)
        {
            return new(FitFaultKind.Undefined, start, "A message comes without its definition.");
        }

        if (data.Take(definition.Size, out var bytes) is { } fault)
        {
            return fault;
        }

        var time = OwnTime(definition, bytes.Span) ?? compressedTime;
        _time = time ?? _time;
        if (definition.Size > 0)
        {
            message = new(definition, bytes, time);
            _developerFields.Hear(message);
        }

        return null;
    }

    private static uint? OwnTime(FitDefinition definition, ReadOnlySpan<byte> bytes) =>
        definition.Timestamp >= 0 && BaseTypes.DoubleWord(bytes[definition[definition.Timestamp].Offset..], definition.BigEndian) is not uint.MaxValue and var time
            ? time
            : null;

    /// <summary>The first time, not before the last one, whose lowest five bits are these. No time when there was none before.</summary>
    private uint? AfterLastTime(uint lowBits) => _time is { } last ? last + ((lowBits - last) & TimeOffset) : null;
}
