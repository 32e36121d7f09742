namespace FitTrack.Fit;

/// <summary>A time as the file has it: seconds.</summary>
/// <param name="Seconds">Seconds since 1989-12-31 00:00 UTC; of a relative time, seconds since the device was switched on.</param>
public readonly record struct FitTime(uint Seconds)
{
    private const uint FirstDate = 0x1000_0000;

    private static readonly DateTimeOffset Epoch = new(1989, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The device did not know the date. Such times can be compared with each other, within one file.</summary>
    public bool IsRelative => Seconds < FirstDate;

    /// <summary>The time in UTC; <see langword="null"/> when it is relative: which date it was is not in the file.</summary>
    public DateTimeOffset? Utc => IsRelative ? null : Epoch.AddSeconds(Seconds);

    /// <inheritdoc/>
    public override string ToString() => Utc is { } utc ? utc.ToString("u", null) : $"{Seconds} s";
}
