namespace GarminConnect.Client.Health;

/// <summary>Days of the athlete's calendar, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before the first.</param>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days.</summary>
    public int Length => To.DayNumber - From.DayNumber + 1;

    /// <summary>The days, in order.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(From.DayNumber, Length).Select(DateOnly.FromDayNumber);

    /// <summary>Whether a day is in the range.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Such as <c>2026-06-01..2026-06-07</c>.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
