namespace GarminSync.Gateway.HealthData;

/// <summary>A day by the athlete's clock, and the night that ended on it.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="Date">The day, the athlete's calendar.</param>
/// <param name="Start">Its first moment, UTC; null when nothing that is stored of the day tells the athlete's clock.</param>
/// <param name="End">The first moment of the next day, UTC; null like <paramref name="Start"/>.</param>
/// <param name="UtcOffsetSeconds">How far the athlete's clock was ahead of UTC; null like <paramref name="Start"/>.</param>
/// <param name="UtcOffsetSecondsAtEnd">The same later on the day, when the clock was changed; null when it was not. Garmin does not say when it was changed.</param>
/// <param name="Night">Null when none is stored.</param>
internal sealed record AthleteDayAnswer(
    string UserId, DateOnly Date, DateTimeOffset? Start, DateTimeOffset? End, int? UtcOffsetSeconds, int? UtcOffsetSecondsAtEnd, NightAnswer? Night)
{
    public static AthleteDayAnswer Of(string userId, DateOnly date, ClockOfDay? clock, NightAnswer? night) =>
        new(userId, date, clock?.Start(date), clock?.End(date), clock?.Seconds, clock?.SecondsAtEnd, night);
}
