namespace GarminConnect.Simulator.Tests.Files.Fit;

/// <summary>A data message: its number in the profile, and the raw integers of its fields.</summary>
internal sealed record FitData(ushort Message, IReadOnlyDictionary<int, long?> Fields)
{
    public const ushort FileId = 0;
    public const ushort Session = 18;
    public const ushort Lap = 19;
    public const ushort Record = 20;
    public const ushort Activity = 34;

    public long? this[int field] => Fields.GetValueOrDefault(field);
}
