using FitTrack.Fit.Protocol;

namespace FitTrack.Fit;

/// <summary>A data message: its fields, which are decoded when they are asked for.</summary>
public sealed class FitMessage
{
    private const uint NoTime = uint.MaxValue;

    private readonly uint _time;

    internal FitMessage(FitDefinition definition, ReadOnlyMemory<byte> data, uint? time)
    {
        Definition = definition;
        Data = data;
        _time = time ?? NoTime;
    }

    /// <summary>Its number in the profile, for example 20 for a record.</summary>
    public int Number => Definition.Number;

    /// <summary>The profile's name, for example <c>record</c>; <see langword="null"/> for a message that this library does not know.</summary>
    public string? Name => Definition.Profile?.Name;

    /// <summary>Its time, from the field <c>timestamp</c> or from a compressed header; <see langword="null"/> when it has none.</summary>
    public FitTime? Timestamp => _time == NoTime ? null : new(_time);

    /// <summary>All its fields in the order of the file, those of developers last.</summary>
    public IEnumerable<FitField> Fields
    {
        get
        {
            foreach (var definition in Definition.Fields)
            {
                yield return new(this, definition);
            }
        }
    }

    internal FitDefinition Definition { get; }

    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>The field with that number in the profile; <see langword="null"/> when the message has none. Fields of developers have names only.</summary>
    public FitField? this[byte number] => Definition.IndexOf(number) is >= 0 and var index ? new(this, Definition[index]) : null;

    /// <summary>The field of that name in the profile or, where there is none, in the description of a developer; <see langword="null"/> when the message has none.</summary>
    public FitField? this[string name] =>
        Definition.Profile?.NumberOf(name) is { } number && this[number] is { } field ? field : Fields.FirstOrDefault(other => other.IsDeveloper && other.Name == name);

    // The fields of messages whose profile is here: a name that the profile does not have is a fault of ours.
    internal double? Value(string name) => Index(name) is >= 0 and var index ? Definition[index].Value(Data.Span, Definition.BigEndian) : null;

    internal long? Integer(string name) => Index(name) is >= 0 and var index ? Definition[index].Integer(Data.Span, Definition.BigEndian) : null;

    internal int? SmallInteger(string name) => Integer(name) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : null;

    /// <summary>A number and its fraction, which is a field of its own.</summary>
    internal double? Sum(string name, string fraction) => Value(name) + (Value(fraction) ?? 0) is { } sum && double.IsFinite(sum) ? sum : null;

    internal string? Text(string name) => Field(name)?.AsText();

    internal FitTime? Time(string name) => Field(name)?.AsTime();

    internal FitCode? Code(string name) => Field(name)?.AsCode();

    // Never one of a developer, which may have any name. It also makes nothing for the fields that it passes over.
    internal FitField? Field(string name) => this[Definition.Profile!.Numbers[name]];

    private int Index(string name) => Definition.IndexOf(Definition.Profile!.Numbers[name]);
}
