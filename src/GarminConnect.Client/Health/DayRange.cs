namespace GarminConnect.Client.Health;

/// <summary>Days of the athlete's calendar, both ends included.</summary>
internal sealed record DayRange(DateOnly From, DateOnly To)
{
    public int Length => To.DayNumber - From.DayNumber + 1;

    public IEnumerable<DateOnly> Days => Enumerable.Range(From.DayNumber, Length).Select(DateOnly.FromDayNumber);

    public bool Contains(DateOnly day) => day >= From && day <= To;

    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
