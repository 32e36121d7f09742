namespace FitTrack.Fit.Activities;

/// <summary>A value of which the file has only the lowest bits, and which grows: a smaller one has gone round once.</summary>
internal sealed class AccumulatedValue(int bits)
{
    private long? _total;

    public long Add(long lowest) => (_total = _total is { } total ? total + ((lowest - total) & ((1L << bits) - 1)) : lowest).Value;
}
