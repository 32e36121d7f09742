namespace FitTrack.Fit.Protocol;

/// <summary>The developer fields that a file has described so far, and the applications that write them.</summary>
internal sealed class FitDeveloperFields
{
    private const ushort DeveloperDataId = 207;
    private const ushort FieldDescription = 206;

    private readonly Dictionary<(byte Developer, byte Number), FitDeveloperField> _fields = [];
    private readonly Dictionary<byte, Guid?> _applications = [];

    public IReadOnlyCollection<FitDeveloperField> All => _fields.Values;

    public FitDeveloperField? Find(byte developer, byte number) => _fields.GetValueOrDefault((developer, number));

    /// <summary>Takes note of a message that describes a field or an application. The newest description of a field counts.</summary>
    public void Hear(FitMessage message)
    {
        if (message.Number is DeveloperDataId && message.Integer("developer_data_index") is { } described)
        {
            _applications[(byte)described] = ApplicationOf(message);
        }
        else if (message.Number is FieldDescription
            && message.Integer("developer_data_index") is { } developer && message.Integer("field_definition_number") is { } number)
        {
            _fields[((byte)developer, (byte)number)] = FitDeveloperField.From(message, (byte)developer, (byte)number, _applications.GetValueOrDefault((byte)developer));
        }
    }

    private static Guid? ApplicationOf(FitMessage message) =>
        message.Field("application_id") is { IsAbsent: false, Bytes: { Length: 16 } bytes } ? new Guid(bytes.Span, bigEndian: true) : null;
}
