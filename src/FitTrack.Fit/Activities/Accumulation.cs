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

    // compressed_speed_distance, cycles, compressed_accumulated_power
    private static ReadOnlySpan<byte> CompressedFields => [8, 18, 28];

    /// <summary>The sums up to this record; <see langword="null"/> when it has nothing compressed, which is so in most files.</summary>
    public AccumulatedValues? Add(FitMessage record)
    {
        if (!record.Definition.HasAny(CompressedFields))
        {
            return null;
        }

        var (speed, distance) = Unpack(record.Field("compressed_speed_distance"));
        return new()
        {
            SpeedMetersPerSecond = speed / SpeedScale,
            DistanceMeters = _distance.Add(distance) / DistanceScale,
            Cycles = _cycles.Add(record.Integer("cycles")),
            PowerWatts = _power.Add(record.Integer("compressed_accumulated_power")),
        };
    }

    private static (int? Speed, int? Distance) Unpack(FitField? field)
    {
        if (field is not { IsAbsent: false, Bytes: { Length: 3 } bytes })
        {
            return default;
        }

        var both = bytes.Span[0] | (bytes.Span[1] << 8) | (bytes.Span[2] << 16);
        return ((both & SpeedMask) == SpeedMask ? null : both & SpeedMask, both >> DistanceBits);
    }
}
