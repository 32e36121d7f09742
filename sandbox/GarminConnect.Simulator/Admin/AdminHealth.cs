using System.Globalization;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Health;

namespace GarminConnect.Simulator.Admin;

/// <summary>Changes to health data as if the watch synchronised late, or the athlete typed something in.</summary>
internal static class AdminHealth
{
    private const string One = "/athletes/{email}/health";

    public static void MapAdminHealth(this IEndpointRouteBuilder admin)
    {
        admin.MapGet(One, (string email, AthleteDirectory athletes) => With(athletes, email, health => Results.Ok(View(health))));
        admin.MapPut($"{One}/last-sync", (string email, SyncTime sync, AthleteDirectory athletes) => With(athletes, email, health =>
        {
            health.Changes.LastSync = sync.At?.ToUniversalTime();
            return Results.Ok(View(health));
        }));
        admin.MapPost($"{One}/days/{{day}}/measure", (string email, string day, AthleteDirectory athletes) =>
            OnDay(athletes, email, day, (health, date) => health.Changes.Measure(date)));
        admin.MapDelete($"{One}/days/{{day}}", (string email, string day, AthleteDirectory athletes) =>
            OnDay(athletes, email, day, (health, date) => health.Changes.Clear(date)));
        admin.MapPost($"{One}/weights", AddWeight);
    }

    private static IResult AddWeight(string email, NewWeight weight, AthleteDirectory athletes) => With(athletes, email, health =>
    {
        if (weight.Kilograms is < 20 or > 400 || weight.TimeLocal == default)
        {
            return Results.Problem("timeLocal is needed, and kilograms must be between 20 and 400.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var time = health.Calendar.UtcOf(weight.TimeLocal);
        var entry = WeighInMaker.Entry(health.Day(health.Calendar.DayOf(time)), time, weight.Kilograms * 1000, "MANUAL");
        health.Entries.Add(entry);
        return Results.Created((string?)null, new { samplePk = entry.Id });
    });

    private static IResult OnDay(AthleteDirectory athletes, string email, string day, Action<HealthHistory, DateOnly> change) => With(athletes, email, health =>
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Results.Problem("The day must be written as 2026-01-27.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        change(health, date);
        return Results.NoContent();
    });

    private static IResult With(AthleteDirectory athletes, string email, Func<HealthHistory, IResult> answer) =>
        athletes.Find(email) is { } athlete ? answer(athlete.Health) : Results.NotFound();

    private static object View(HealthHistory health) => new { health.Today, health.FirstDay, health.LastSync, health.Device };

    internal sealed record SyncTime(DateTimeOffset? At);

    internal sealed record NewWeight(DateTime TimeLocal, double Kilograms);
}
