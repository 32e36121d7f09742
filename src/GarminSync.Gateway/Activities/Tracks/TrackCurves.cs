using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Columns of equal length, a value a record; null where a record has none. A column of which no record has a value is null.</summary>
/// <param name="ElapsedSeconds">Since the first record, pauses included.</param>
/// <param name="DistanceMeters">Since the start.</param>
/// <param name="Latitude">Degrees, positive to the north.</param>
/// <param name="Longitude">Degrees, positive to the east.</param>
/// <param name="ElevationMeters">Above sea level.</param>
/// <param name="HeartRate">In beats a minute.</param>
/// <param name="SpeedMetersPerSecond">As the device measured it.</param>
/// <param name="PowerWatts">As the device measured it.</param>
/// <param name="CadenceRpm">Turns or strides a minute; of a runner, half the steps.</param>
internal sealed record TrackCurves(
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
    // A tenth of a metre on the ground.
    private const int DecimalsOfDegrees = 6;

    private const int Decimals = 2;

    public static TrackCurves Of(IReadOnlyList<FitRecord> records, TrackClock clock) => new(
        Column(records, record => clock.Elapsed(record.Message.Timestamp)),
        Column(records, record => record.DistanceMeters),
        Column(records, record => record.Position?.Latitude, DecimalsOfDegrees),
        Column(records, record => record.Position?.Longitude, DecimalsOfDegrees),
        Column(records, record => record.AltitudeMeters),
        Column(records, record => record.HeartRate),
        Column(records, record => record.SpeedMetersPerSecond),
        Column(records, record => record.PowerWatts),
        Column(records, record => record.CadenceRpm));

    /// <summary>The same with at most so many records.</summary>
    /// <param name="count">How many records there are.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="pauses">The longest of them keep the records on both sides, or the road before and after would seem to be a part of them.</param>
    /// <param name="holes">The same.</param>
    public TrackCurves Thinned(int count, int most, IReadOnlyList<TrackPause> pauses, IReadOnlyList<TrackHole> holes)
    {
        IReadOnlyList<double?>?[] curves = [ElapsedSeconds, DistanceMeters, Latitude, Longitude, ElevationMeters, HeartRate, SpeedMetersPerSecond, PowerWatts, CadenceRpm];
        var picked = Thinning.Pick(count, most, [.. curves.OfType<IReadOnlyList<double?>>()], Gaps(pauses, holes));
        return picked.Count == count
            ? this
            : new(
                At(ElapsedSeconds), At(DistanceMeters), At(Latitude), At(Longitude), At(ElevationMeters), At(HeartRate), At(SpeedMetersPerSecond), At(PowerWatts), At(CadenceRpm));

        IReadOnlyList<double?>? At(IReadOnlyList<double?>? column) => column is null ? null : [.. picked.Select(index => column[index])];
    }

    private IEnumerable<(int Before, int After)> Gaps(IReadOnlyList<TrackPause> pauses, IReadOnlyList<TrackHole> holes)
    {
        if (ElapsedSeconds is not { } elapsed)
        {
            return [];
        }

        // A record without a time, or with one that goes back, is where the one before it was.
        var times = new double[elapsed.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = Math.Max(i > 0 ? times[i - 1] : 0, elapsed[i] ?? 0);
        }

        return pauses.Select(pause => (From: pause.FromElapsedSeconds, To: pause.ToElapsedSeconds))
            .Concat(holes.Select(hole => (From: hole.FromElapsedSeconds, To: hole.ToElapsedSeconds)))
            .OrderByDescending(gap => gap.To - gap.From)
            .Select(gap => (Before: FirstAfter(times, gap.From) - 1, After: FirstAfter(times, Math.BitDecrement(gap.To))))
            .Where(gap => gap.Before >= 0 && gap.After < times.Length);
    }

    private static int FirstAfter(double[] times, double time)
    {
        var (from, before) = (0, times.Length);
        while (from < before)
        {
            var middle = (from + before) / 2;
            (from, before) = times[middle] > time ? (from, middle) : (middle + 1, before);
        }

        return from;
    }

    private static List<double?>? Column(IReadOnlyList<FitRecord> records, Func<FitRecord, double?> value, int decimals = Decimals)
    {
        var column = records.Select(record => value(record) is { } known ? Math.Round(known, decimals) : (double?)null).ToList();
        return column.Exists(known => known is not null) ? column : null;
    }
}
