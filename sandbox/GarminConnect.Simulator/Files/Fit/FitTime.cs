namespace GarminConnect.Simulator.Files.Fit;

/// <summary>FIT counts seconds from the last day of 1989.</summary>
internal static class FitTime
{
    private static readonly DateTimeOffset Epoch = new(1989, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static double Of(DateTimeOffset time) => (time - Epoch).TotalSeconds;
}
