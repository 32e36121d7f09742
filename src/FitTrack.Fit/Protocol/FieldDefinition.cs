using FitTrack.Fit.Profile;

namespace FitTrack.Fit.Protocol;

/// <summary>A field of a definition message: where its bytes lie in each data message, and what they mean.</summary>
/// <param name="Number">Its number in the profile, or among the fields of its developer.</param>
/// <param name="Type">How its values are written.</param>
/// <param name="Offset">Where it begins in the data message.</param>
/// <param name="Size">Its size in bytes, which may be 0.</param>
internal readonly record struct FieldDefinition(byte Number, FitBaseType Type, int Offset, byte Size)
{
    /// <summary>What the profile says of it.</summary>
    public FieldProfile? Profile { get; init; }

    public bool IsDeveloper { get; init; }

    /// <summary>Its description in the file; null for a developer field that was not described before.</summary>
    public FitDeveloperField? Developer { get; init; }

    public int Count => Size / BaseTypes.SizeOf(Type);

    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> data) => data.Slice(Offset, Size);

    public long? Integer(ReadOnlySpan<byte> data, bool bigEndian) => Count == 0 ? null : BaseTypes.Integer(data[Offset..], Type, bigEndian);

    /// <summary>The value in the unit of the field.</summary>
    public double? Value(ReadOnlySpan<byte> data, bool bigEndian, int index = 0)
    {
        if (index >= Count)
        {
            return null;
        }

        var value = BaseTypes.Number(data[(Offset + (index * BaseTypes.SizeOf(Type)))..], Type, bigEndian);
        return Profile is not null ? InUnit(value, Profile.Scale, Profile.Offset)
            : Developer is not null ? InUnit(value, Developer.Scale, Developer.Offset)
            : value;
    }

    // Divided last, so that 2511 fifths less 500 are 2.2 and not 2.1999999999999886.
    private static double? InUnit(double? value, double scale, double offset) =>
        (value - (offset * scale)) / scale is { } inUnit && double.IsFinite(inUnit) ? inUnit : null;
}
