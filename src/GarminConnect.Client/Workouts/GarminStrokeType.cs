namespace GarminConnect.Client;

/// <summary>How to swim a step. The ids are those of public clients; Garmin's own table has not been seen.</summary>
internal sealed record GarminStrokeType(int StrokeTypeId, string StrokeTypeKey)
{
    public static readonly GarminStrokeType Any = new(1, "any_stroke");
    public static readonly GarminStrokeType Backstroke = new(2, "backstroke");
    public static readonly GarminStrokeType Breaststroke = new(3, "breaststroke");
    public static readonly GarminStrokeType Drill = new(4, "drill");
    public static readonly GarminStrokeType Butterfly = new(5, "fly");
    public static readonly GarminStrokeType Freestyle = new(6, "free");
    public static readonly GarminStrokeType IndividualMedley = new(7, "individual_medley");
    public static readonly GarminStrokeType Mixed = new(8, "mixed");
}
