namespace GarminConnect.Client;

/// <summary>The unit in which Garmin shows a value; the value itself is in metres or grams.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
/// <param name="UnitId">Garmin's id.</param>
/// <param name="UnitKey">Garmin's key of that id.</param>
/// <param name="Factor">Garmin's number for it: centimetres in a metre, grams in a kilogram.</param>
public sealed record GarminUnit(int UnitId, string UnitKey, double Factor)
{
    /// <summary>Metre.</summary>
    public static readonly GarminUnit Meter = new(1, "meter", 100);

    /// <summary>Kilogram.</summary>
    public static readonly GarminUnit Kilogram = new(8, "kilogram", 1000);
}
