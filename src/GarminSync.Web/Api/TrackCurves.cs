namespace GarminSync.Web.Api;

/// <summary>Columns of equal length, a value a record; null where a record has none. A column of which no record has a value is null.</summary>
public sealed record TrackCurves(
    IReadOnlyList<double?>? ElapsedSeconds,
    IReadOnlyList<double?>? DistanceMeters,
    IReadOnlyList<double?>? Latitude,
    IReadOnlyList<double?>? Longitude,
    IReadOnlyList<double?>? ElevationMeters,
    IReadOnlyList<double?>? HeartRate,
    IReadOnlyList<double?>? SpeedMetersPerSecond,
    IReadOnlyList<double?>? PowerWatts,
    IReadOnlyList<double?>? CadenceRpm)
{
    /// <summary>The same without the records that this does not hold for.</summary>
    public TrackCurves Where(Func<int, bool> holds)
    {
        var kept = Enumerable.Range(0, ElapsedSeconds?.Count ?? 0).Where(holds).ToList();
        return new(
            At(ElapsedSeconds), At(DistanceMeters), At(Latitude), At(Longitude), At(ElevationMeters), At(HeartRate), At(SpeedMetersPerSecond), At(PowerWatts), At(CadenceRpm));

        IReadOnlyList<double?>? At(IReadOnlyList<double?>? column) => column is null ? null : [.. kept.Select(index => column[index])];
    }
}
