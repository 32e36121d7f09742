using GarminConnect.Simulator.Activities;

namespace GarminConnect.Simulator.Files.Fit;

/// <summary>The part that lap and session messages have in common, in the order of <see cref="FitMessages"/>.</summary>
internal static class FitTotals
{
    private const int Stop = 1;

    public static double?[] Of(Effort effort, int index, int eventCode) =>
    [
        index,
        FitTime.Of(effort.Start.AddSeconds(Math.Floor(effort.ElapsedSeconds))),
        eventCode,
        Stop,
        FitTime.Of(effort.Start),
        effort.StartPosition?.LatitudeSemicircles,
        effort.StartPosition?.LongitudeSemicircles,
        effort.ElapsedSeconds,
        effort.TimerSeconds,
        effort.DistanceMeters,
        effort.Kilocalories,
        effort.AverageMetersPerSecond,
        effort.MaxMetersPerSecond,
        effort.AverageHeartRate,
        effort.MaxHeartRate,
        effort.AverageCadence,
        effort.MaxCadence,
        effort.AverageWatts,
        effort.MaxWatts,
        effort.AscentMeters,
        effort.DescentMeters,
    ];
}
