using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>Race predictions and personal records.</summary>
internal static class RaceEndpoints
{
    private const int PredictionCap = 366;
    private const string Predictions = "/metrics-service/metrics/racepredictions";

    public static void MapRaces(this IEndpointRouteBuilder routes)
    {
        routes.MapQuestion($"{Predictions}/latest/{{displayName}}", Latest);
        routes.MapRange($"{Predictions}/daily/{{displayName}}", PredictionCap, Daily, "fromCalendarDate", "toCalendarDate");
        routes.MapRange($"{Predictions}/monthly/{{displayName}}", PredictionCap, Monthly, "fromCalendarDate", "toCalendarDate");
        routes.MapQuestion("/personalrecord-service/personalrecord/prs/{displayName}", PersonalRecords.Of);
    }

    /// <summary>Of the newest day with a prediction; nulls without any.</summary>
    private static object Latest(Athlete athlete)
    {
        var today = athlete.Health.Today;
        var day = athlete.Health.Days(today.AddDays(-30), today).LastOrDefault(day => day.Fitness?.Races is not null);
        return Row(athlete, day?.Day ?? today, day?.Fitness?.Races);
    }

    private static object Daily(Athlete athlete, HealthRange range) => Rows(athlete, range.Days);

    /// <summary>The last day of each month.</summary>
    private static object Monthly(Athlete athlete, HealthRange range) =>
        Rows(athlete, range.Days.Where(day => day.Fitness?.Races is not null).GroupBy(day => (day.Day.Year, day.Day.Month)).Select(month => month.Last()));

    private static IEnumerable<object> Rows(Athlete athlete, IEnumerable<HealthDay> days) =>
        days.Where(day => day.Fitness?.Races is not null).Select(day => Row(athlete, day.Day, day.Fitness!.Races));

    private static object Row(Athlete athlete, DateOnly day, RaceTimes? times) => new
    {
        userId = athlete.ProfileId,
        fromCalendarDate = (string?)null,
        toCalendarDate = (string?)null,
        calendarDate = GarminTime.Day(day),
        time5K = times?.FiveKilometers,
        time10K = times?.TenKilometers,
        timeHalfMarathon = times?.HalfMarathon,
        timeMarathon = times?.Marathon,
    };
}
