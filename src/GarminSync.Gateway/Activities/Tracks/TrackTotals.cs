using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Totals as the device computed them. Null is what the file does not have.</summary>
/// <param name="StartElapsedSeconds">When it began: seconds since the first record.</param>
/// <param name="ElapsedSeconds">Pauses included.</param>
/// <param name="TimerSeconds">Without pauses.</param>
/// <param name="MovingSeconds">In motion.</param>
/// <param name="DistanceMeters">How far.</param>
/// <param name="AverageSpeedMetersPerSecond">Of the whole.</param>
/// <param name="MaxSpeedMetersPerSecond">The largest.</param>
/// <param name="AverageHeartRate">In beats a minute.</param>
/// <param name="MaxHeartRate">In beats a minute.</param>
/// <param name="AverageCadenceRpm">Turns or strides a minute; of a runner, half the steps.</param>
/// <param name="MaxCadenceRpm">Turns or strides a minute; of a runner, half the steps.</param>
/// <param name="AveragePowerWatts">Of the whole.</param>
/// <param name="MaxPowerWatts">The largest.</param>
/// <param name="NormalizedPowerWatts">What, held evenly, would have been as hard.</param>
/// <param name="AscentMeters">Upwards.</param>
/// <param name="DescentMeters">Downwards; a positive number.</param>
/// <param name="Kilocalories">Spent.</param>
internal sealed record TrackTotals(
    double? StartElapsedSeconds,
    double? ElapsedSeconds,
    double? TimerSeconds,
    double? MovingSeconds,
    double? DistanceMeters,
    double? AverageSpeedMetersPerSecond,
    double? MaxSpeedMetersPerSecond,
    double? AverageHeartRate,
    double? MaxHeartRate,
    double? AverageCadenceRpm,
    double? MaxCadenceRpm,
    double? AveragePowerWatts,
    double? MaxPowerWatts,
    double? NormalizedPowerWatts,
    double? AscentMeters,
    double? DescentMeters,
    double? Kilocalories)
{
    public static TrackTotals Of(FitTotals totals, TrackClock clock) => new(
        clock.Elapsed(totals.Start),
        totals.ElapsedSeconds,
        totals.TimerSeconds,
        totals.MovingSeconds,
        totals.DistanceMeters,
        totals.AverageSpeedMetersPerSecond,
        totals.MaxSpeedMetersPerSecond,
        totals.AverageHeartRate,
        totals.MaxHeartRate,
        totals.AverageCadenceRpm,
        totals.MaxCadenceRpm,
        totals.AveragePowerWatts,
        totals.MaxPowerWatts,
        totals.NormalizedPowerWatts,
        totals.AscentMeters,
        totals.DescentMeters,
        totals.Kilocalories);
}
