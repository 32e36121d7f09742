using FitTrack.Fit.Protocol;

namespace FitTrack.Fit;

/// <summary>A field of a message, with its values. A value that the file marks as invalid, that is as not measured, is <see langword="null"/>.</summary>
public sealed class FitField
{
    private readonly FitMessage _message;
    private readonly FieldDefinition _definition;

    internal FitField(FitMessage message, FieldDefinition definition)
    {
        _message = message;
        _definition = definition;
    }

    /// <summary>Its number in the profile, or among the fields of its developer.</summary>
    public int Number => _definition.Number;

    /// <summary>The profile's name in lower case with underscores, or the developer's; <see langword="null"/> when neither is known.</summary>
    public string? Name => _definition.Profile?.Name ?? _definition.Developer?.Name;

    /// <summary>The unit of <see cref="AsNumber"/>, for example <c>m/s</c>; <see langword="null"/> for what has none, and for unknown fields.</summary>
    public string? Unit => _definition.Profile is { } profile ? profile.Unit : _definition.Developer?.Unit;

    /// <summary>How its values are written in the file.</summary>
    public FitBaseType Type => _definition.Type;

    /// <summary>How many values it has: more than one makes it an array; a text counts its bytes.</summary>
    public int Count => _definition.Count;

    /// <summary>An application on the device added it to the profile.</summary>
    public bool IsDeveloper => _definition.IsDeveloper;

    /// <summary>The description of a developer's field; <see langword="null"/> for one of the profile, and where the file has no description before the message was defined.</summary>
    public FitDeveloperField? Developer => _definition.Developer;

    /// <summary>The bytes in the file, in its byte order.</summary>
    public ReadOnlyMemory<byte> Bytes => _message.Data.Slice(_definition.Offset, _definition.Size);

    /// <summary>Nothing was measured: no value of it is there.</summary>
    public bool IsAbsent => Type switch
    {
        FitBaseType.Text => AsText() is null,
        FitBaseType.Bytes => Bytes.Span.IndexOfAnyExcept(byte.MaxValue) < 0,
        _ => AsNumbers().All(value => value is null),
    };

    /// <summary>The first value in the field's unit, with scale and offset applied; <see langword="null"/> for text.</summary>
    public double? AsNumber() => _definition.Value(_message.Data.Span, _message.Definition.BigEndian);

    /// <summary>All values in the field's unit, with scale and offset applied; none for text. Of bytes without a meaning each one is there, unless all are absent.</summary>
    public IReadOnlyList<double?> AsNumbers() => Type switch
    {
        FitBaseType.Text => [],
        FitBaseType.Bytes => IsAbsent ? new double?[Count] : [.. Bytes.ToArray().Select(value => (double?)value)],
        _ => [.. Enumerable.Range(0, Count).Select(index => _definition.Value(_message.Data.Span, _message.Definition.BigEndian, index))],
    };

    /// <summary>
    /// The first value as it is in the file, without scale and offset; <see langword="null"/> for text, for numbers with a fraction and for what is more than
    /// <see cref="long.MaxValue"/>.
    /// </summary>
    public long? AsInteger() => _definition.Integer(_message.Data.Span, _message.Definition.BigEndian);

    /// <summary>The text; <see langword="null"/> for an empty one and for numbers. Of several texts in one field it is the first.</summary>
    public string? AsText() => Type == FitBaseType.Text ? BaseTypes.Text(Bytes.Span) : null;

    /// <summary>All texts of a field that has several, each ended by a zero byte, empty ones left out; none for numbers.</summary>
    public IReadOnlyList<string> AsTexts() => Type == FitBaseType.Text
        ? [.. System.Text.Encoding.UTF8.GetString(Bytes.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries)]
        : [];

    /// <summary>The first value as a time. The unit of such fields in the file is a second, and their type <see cref="FitBaseType.Uint32"/>; <see langword="null"/> for other types.</summary>
    public FitTime? AsTime() => Type == FitBaseType.Uint32 && AsInteger() is { } seconds ? new((uint)seconds) : null;

    /// <summary>The first value as one of a list of the profile, with its name where that is known; <see langword="null"/> for what is no integer of at most 31 bits.</summary>
    public FitCode? AsCode() => AsInteger() is >= int.MinValue and <= int.MaxValue and var number ? new((int)number, _definition.Profile?.Codes?.NameOf((int)number)) : null;
}
