namespace GarminConnect.Client;

/// <summary>How to swim a step. The ids come from public clients; Garmin's own table has not been seen.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.4.</remarks>
/// <param name="StrokeTypeId">The id.</param>
/// <param name="StrokeTypeKey">The key of that id.</param>
public sealed record GarminStrokeType(int StrokeTypeId, string StrokeTypeKey)
{
    /// <summary>As one likes.</summary>
    public static readonly GarminStrokeType Any = new(1, "any_stroke");

    /// <summary>Backstroke.</summary>
    public static readonly GarminStrokeType Backstroke = new(2, "backstroke");

    /// <summary>Breaststroke.</summary>
    public static readonly GarminStrokeType Breaststroke = new(3, "breaststroke");

    /// <summary>A drill.</summary>
    public static readonly GarminStrokeType Drill = new(4, "drill");

    /// <summary>Butterfly.</summary>
    public static readonly GarminStrokeType Butterfly = new(5, "fly");

    /// <summary>Freestyle.</summary>
    public static readonly GarminStrokeType Freestyle = new(6, "free");

    /// <summary>Individual medley.</summary>
    public static readonly GarminStrokeType IndividualMedley = new(7, "individual_medley");

    /// <summary>Several strokes.</summary>
    public static readonly GarminStrokeType Mixed = new(8, "mixed");
}
