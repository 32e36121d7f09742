namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>How a range is cut into stretches of equal time.</summary>
/// <param name="Start">Where the first begins.</param>
/// <param name="Before">Where the last ends, which may cut it short.</param>
/// <param name="Width">How long each is.</param>
internal sealed record BucketPlan(DateTimeOffset Start, DateTimeOffset Before, TimeSpan Width)
{
    public int Count => Start < Before ? (int)DivideUp((Before - Start).Ticks, Width.Ticks) : 0;

    /// <summary>At most so many stretches; to the microsecond, which is what times are stored to.</summary>
    public static BucketPlan OfMoments(DateTimeOffset from, DateTimeOffset before, int points) =>
        new(from, before, DivideUp((before - from).Ticks, points, TimeSpan.TicksPerMicrosecond));

    /// <summary>At most so many stretches of whole days. A value of a day lies at its beginning in UTC, so a day that has begun before the range is not in it.</summary>
    public static BucketPlan OfDays(DateTimeOffset from, DateTimeOffset before, int points)
    {
        var start = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero);
        start = start < from ? start.AddDays(1) : start;
        return new(start, before, DivideUp(Math.Max((before - start).Ticks, 1), points, TimeSpan.TicksPerDay));
    }

    public DateTimeOffset StartOf(int bucket) => Start + (bucket * Width);

    public DateTimeOffset EndOf(int bucket) => Before - StartOf(bucket) < Width ? Before : StartOf(bucket + 1);

    private static TimeSpan DivideUp(long ticks, int parts, long unit) => TimeSpan.FromTicks(DivideUp(ticks, parts * unit) * unit);

    private static long DivideUp(long number, long by) => (number + by - 1) / by;
}
