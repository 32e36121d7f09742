namespace GarminConnect.Simulator.Files.Fit;

/// <summary>A base type of the FIT protocol: its number, its size, and the value that says "not measured".</summary>
internal sealed record FitType(byte Code, int Size, long Invalid)
{
    public static readonly FitType Enum = new(0x00, 1, 0xFF);
    public static readonly FitType SInt8 = new(0x01, 1, 0x7F);
    public static readonly FitType UInt8 = new(0x02, 1, 0xFF);
    public static readonly FitType UInt16 = new(0x84, 2, 0xFFFF);
    public static readonly FitType SInt32 = new(0x85, 4, 0x7FFFFFFF);
    public static readonly FitType UInt32 = new(0x86, 4, 0xFFFFFFFF);
    public static readonly FitType UInt32Z = new(0x8C, 4, 0);
}
