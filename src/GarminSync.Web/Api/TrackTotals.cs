namespace GarminSync.Web.Api;

/// <summary>Totals as the device computed them; null is what the file does not have.</summary>
public sealed record TrackTotals(
    double? ElapsedSeconds,
    double? TimerSeconds,
    double? MovingSeconds,
    double? DistanceMeters,
    double? AverageSpeedMetersPerSecond,
    double? MaxSpeedMetersPerSecond,
    double? AverageHeartRate,
    double? MaxHeartRate,
    double? AverageCadenceRpm,
    double? AveragePowerWatts,
    double? MaxPowerWatts,
    double? NormalizedPowerWatts,
    double? AscentMeters,
    double? DescentMeters)
{
    /// <summary>As the device computed it, or else over the time that the timer ran.</summary>
    public double? Speed => AverageSpeedMetersPerSecond ?? (DistanceMeters > 0 && (TimerSeconds ?? ElapsedSeconds) > 0 ? DistanceMeters / (TimerSeconds ?? ElapsedSeconds) : null);
}
