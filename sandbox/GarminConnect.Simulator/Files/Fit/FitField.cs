namespace GarminConnect.Simulator.Files.Fit;

/// <summary>A field of a message: its number in the profile, and how a value in its unit becomes an integer, <c>(value + offset) * scale</c>.</summary>
internal sealed record FitField(byte Number, FitType Type, double Scale = 1, double Offset = 0)
{
    public long Encode(double? value) => value is { } number ? (long)Math.Round((number + Offset) * Scale) : Type.Invalid;
}
