using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about intensity minutes. The goal is a week's, from Monday on; towards it a vigorous minute counts twice.</summary>
internal static class IntensityBodies
{
    public static object Day(Athlete athlete, HealthDay day)
    {
        if (day.Movement is not { } movement)
        {
            return Envelope.OfDay(athlete, day, Values(null, null, null));
        }

        var week = athlete.Health.Days(MondayOf(day.Day), day.Day).Select(past => (past.Day, past.Movement)).ToList();
        var total = 0;
        DateOnly? metOn = null;
        foreach (var (past, moved) in week)
        {
            total += Points(moved);
            metOn ??= total >= MovementBodies.WeekGoalMinutes ? past : null;
        }

        var curve = athlete.Health.Archive.Has(day) ? null : movement.Quarters.Where(quarter => quarter.ModerateMinutes + quarter.VigorousMinutes > 0)
            .Select(quarter => new[] { quarter.Start.ToUnixTimeMilliseconds(), quarter.ModerateMinutes + (2 * quarter.VigorousMinutes) });
        return Envelope.OfMeasured(athlete, day, Values(movement, curve, new WeekSoFar(
            week.Sum(past => past.Movement?.ModerateMinutes ?? 0), week.Sum(past => past.Movement?.VigorousMinutes ?? 0), total, metOn)));
    }

    public static object Range(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        weeklyGoal = MovementBodies.WeekGoalMinutes,
        moderateValue = day.Movement!.ModerateMinutes,
        vigorousValue = day.Movement.VigorousMinutes,
    });

    public static object Weeks(Athlete athlete, HealthRange range) => range.Measured.GroupBy(day => MondayOf(day.Day)).Select(week => new
    {
        calendarDate = GarminTime.Day(week.Key),
        weeklyGoal = MovementBodies.WeekGoalMinutes,
        moderateValue = week.Sum(day => day.Movement!.ModerateMinutes),
        vigorousValue = week.Sum(day => day.Movement!.VigorousMinutes),
    });

    private static object Values(Movement? movement, IEnumerable<long[]>? curve, WeekSoFar? week) => new
    {
        weeklyModerate = week?.Moderate,
        weeklyVigorous = week?.Vigorous,
        weeklyTotal = week?.Total,
        weekGoal = MovementBodies.WeekGoalMinutes,
        dayOfGoalMet = week?.GoalMetOn is { } met ? GarminTime.Day(met) : null,
        startDayMinutes = week?.Total - Points(movement),
        endDayMinutes = week?.Total,
        moderateMinutes = movement?.ModerateMinutes,
        vigorousMinutes = movement?.VigorousMinutes,
        imValueDescriptorsDTOList = Descriptors.Of("index", "key", "timestamp", "value"),
        imValuesArray = curve,
    };

    private static int Points(Movement? movement) => movement is null ? 0 : movement.ModerateMinutes + (2 * movement.VigorousMinutes);

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private sealed record WeekSoFar(int Moderate, int Vigorous, int Total, DateOnly? GoalMetOn);
}
