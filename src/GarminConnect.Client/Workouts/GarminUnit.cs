namespace GarminConnect.Client;

/// <summary>The unit in which Garmin shows a value; the value itself is in metres or grams.</summary>
internal sealed record GarminUnit(int UnitId, string UnitKey, double Factor)
{
    public static readonly GarminUnit Meter = new(1, "meter", 100);
    public static readonly GarminUnit Kilogram = new(8, "kilogram", 1000);
}
