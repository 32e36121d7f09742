namespace FitTrack.Fit.Activities;

/// <summary>What a record has in compressed form, unpacked.</summary>
internal sealed record AccumulatedValues
{
    public double? SpeedMetersPerSecond { get; init; }

    public double? DistanceMeters { get; init; }

    public long? Cycles { get; init; }

    public long? PowerWatts { get; init; }
}
