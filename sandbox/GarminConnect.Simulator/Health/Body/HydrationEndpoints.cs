using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>What an athlete drinks.</summary>
internal static class HydrationEndpoints
{
    public static void MapHydration(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/usersummary-service/usersummary/hydration/daily/{date}", Day);
        routes.MapRange("/usersummary-service/stats/hydration/daily/{from}/{to}", 28, Range);
        routes.MapPut("/usersummary-service/usersummary/hydration/log", (Caller caller, Drink drink) => Log(caller.Athlete, drink));
    }

    private static object Day(Athlete athlete, HealthDay day)
    {
        var week = Enumerable.Range(0, 7).Select(back => athlete.Health.Day(day.Day.AddDays(-back)).Hydration.Milliliters);
        return new
        {
            userId = athlete.ProfileId,
            calendarDate = GarminTime.Day(day.Day),
            valueInML = day.Hydration.Milliliters,
            goalInML = day.Hydration.GoalMilliliters,
            dailyAverageinML = week.Average() is { } average ? Math.Round(average, 1) : (double?)null,
            lastEntryTimestampLocal = day.Hydration.LastEntryLocal is { } at ? GarminTime.Iso(at) : null,
            sweatLossInML = day.Hydration.SweatMilliliters,
            activityIntakeInML = 0.0,
        };
    }

    private static object Range(Athlete athlete, HealthRange range) => range.Days.Where(day => day.Hydration.Milliliters is not null).Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        valueInML = day.Hydration.Milliliters,
        goalInML = day.Hydration.GoalMilliliters,
    });

    private static IResult Log(Athlete athlete, Drink drink)
    {
        var day = HealthRoutes.Parse(drink.CalendarDate) ?? DateOnly.FromDateTime(drink.TimestampLocal);
        athlete.Health.Entries.Drink(day, drink.ValueInML, drink.TimestampLocal);
        return GarminAnswers.Full(Day(athlete, athlete.Health.Day(day)));
    }

    internal sealed record Drink(string? CalendarDate, DateTime TimestampLocal, double ValueInML);
}
