using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The members with which most curves begin. A day without data has them too, from midnight to midnight.</summary>
internal static class Envelope
{
    /// <summary>From midnight to midnight, also when the day is not over.</summary>
    public static Dictionary<string, object?> OfDay(Athlete athlete, HealthDay day, params IEnumerable<object> members) => Of(athlete, day, day.End, members);

    /// <summary>From midnight to the last synchronised minute.</summary>
    public static Dictionary<string, object?> OfMeasured(Athlete athlete, HealthDay day, params IEnumerable<object> members) =>
        Of(athlete, day, day.Measured ? day.MeasuredUntil : day.End, members);

    public static string Gmt(DateTimeOffset time) => GarminTime.Iso(time.UtcDateTime);

    public static string Local(Athlete athlete, DateTimeOffset time) => GarminTime.Iso(athlete.Health.Local(time));

    /// <summary>Start and end of the night of a day and of the night after it, where they have synchronised.</summary>
    public static object Nights(Athlete athlete, HealthDay day)
    {
        var (night, next) = (day.Night, athlete.Health.Day(day.Day.AddDays(1)).Night);
        return new
        {
            sleepStartTimestampGMT = night is null ? null : Gmt(night.Start),
            sleepEndTimestampGMT = night is null ? null : Gmt(night.End),
            sleepStartTimestampLocal = night is null ? null : Local(athlete, night.Start),
            sleepEndTimestampLocal = night is null ? null : Local(athlete, night.End),
            tomorrowSleepStartTimestampGMT = next is null ? null : Gmt(next.Start),
            tomorrowSleepEndTimestampGMT = next is null ? null : Gmt(next.End),
            tomorrowSleepStartTimestampLocal = next is null ? null : Local(athlete, next.Start),
            tomorrowSleepEndTimestampLocal = next is null ? null : Local(athlete, next.End),
        };
    }

    /// <summary>One object with the members of several.</summary>
    public static Dictionary<string, object?> Join(params IEnumerable<object> parts) =>
        new(parts.SelectMany(part => part as IEnumerable<KeyValuePair<string, object?>>
            ?? part.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(part)))));

    private static Dictionary<string, object?> Of(Athlete athlete, HealthDay day, DateTimeOffset end, IEnumerable<object> members) => Join(
    [
        new
        {
            userProfilePK = athlete.ProfileId,
            calendarDate = GarminTime.Day(day.Day),
            startTimestampGMT = Gmt(day.Start),
            endTimestampGMT = Gmt(end),
            startTimestampLocal = Local(athlete, day.Start),
            endTimestampLocal = Local(athlete, end),
        },
        .. members,
    ]);
}
