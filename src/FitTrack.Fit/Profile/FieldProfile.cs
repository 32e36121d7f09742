namespace FitTrack.Fit.Profile;

/// <summary>What the FIT profile says of a field: a value in its unit is the integer in the file, divided by the scale, less the offset.</summary>
internal sealed record FieldProfile(byte Number, string Name, string? Unit = null, double Scale = 1, double Offset = 0)
{
    /// <summary>The names of its values, where they are one of a list.</summary>
    public CodeNames? Codes { get; init; }

    /// <summary>An altitude in metres: in fifths of a metre, from 500 m below zero.</summary>
    public static FieldProfile Altitude(byte number, string name) => new(number, name, "m", 5, 500);

    /// <summary>One of a list.</summary>
    public static FieldProfile Code(byte number, string name, CodeNames codes) => new(number, name) { Codes = codes };
}
