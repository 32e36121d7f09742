namespace FitTrack.Fit.Activities;

/// <summary>A value that grows, and of which the file has only the lowest bits: when they are less than before, they have gone round once.</summary>
internal sealed class AccumulatedValue(int bits)
{
    private long? _total;

    /// <summary>The whole value; <see langword="null"/> when there is none now.</summary>
    public long? Add(long? lowest)
    {
        if (lowest is null)
        {
            return null;
        }

        _total = _total is { } total ? total + ((lowest - total) & ((1L << bits) - 1)) : lowest;
        return _total;
    }
}
