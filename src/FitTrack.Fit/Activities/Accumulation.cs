namespace FitTrack.Fit.Activities;

/// <summary>Adds up what the records of one file have in compressed form.</summary>
internal sealed class Accumulation
{
    private const int DistanceBits = 12;
    private const int SpeedMask = 0xFFF;
    private const double DistanceScale = 16;
    private const double SpeedScale = 100;

    private readonly AccumulatedValue _distance = new(DistanceBits);
    private readonly AccumulatedValue _cycles = new(bits: 8);
    private readonly AccumulatedValue _power = new(bits: 16);

    /// <summary>The sums up to this record; <see langword="null"/> when it has nothing compressed.</summary>
    public AccumulatedValues? Add(FitMessage record)
    {
        var values = new AccumulatedValues();
        var anything = false;
        if (record["compressed_speed_distance"] is { IsAbsent: false, Bytes: { Length: 3 } bytes })
        {
            var both = bytes.Span[0] | (bytes.Span[1] << 8) | (bytes.Span[2] << 16);
            var speed = both & SpeedMask;
            values = values with
            {
                SpeedMetersPerSecond = speed == SpeedMask ? null : speed / SpeedScale,
                DistanceMeters = _distance.Add(both >> DistanceBits) / DistanceScale,
            };
            anything = true;
        }

        if (record.Integer("cycles") is { } cycles)
        {
            values = values with { Cycles = _cycles.Add(cycles) };
            anything = true;
        }

        if (record.Integer("compressed_accumulated_power") is { } power)
        {
            values = values with { PowerWatts = _power.Add(power) };
            anything = true;
        }

        return anything ? values : null;
    }
}
