namespace GarminConnect.Simulator.Health;

/// <summary>Garmin's word for a score between 0 and 100.</summary>
internal static class SleepQuality
{
    public static string Of(int score) => score switch
    {
        >= 90 => "EXCELLENT",
        >= 80 => "GOOD",
        >= 60 => "FAIR",
        _ => "POOR",
    };
}
