namespace FitTrack.Fit.Profile;

/// <summary>What the FIT profile says of a message.</summary>
internal sealed class MessageProfile
{
    private readonly FieldProfile?[] _fields = new FieldProfile?[byte.MaxValue + 1];

    public MessageProfile(ushort number, string name, params ReadOnlySpan<FieldProfile> fields)
    {
        Number = number;
        Name = name;
        var numbers = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            _fields[field.Number] = field;
            numbers.Add(field.Name, field.Number);
        }

        Numbers = numbers;
    }

    public ushort Number { get; }

    public string Name { get; }

    public IReadOnlyDictionary<string, byte> Numbers { get; }

    public FieldProfile? Find(byte number) => _fields[number];

    public byte? NumberOf(string name) => Numbers.TryGetValue(name, out var number) ? number : null;
}
