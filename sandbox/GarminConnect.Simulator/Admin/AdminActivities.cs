using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Admin;

/// <summary>Changes to activities as if the athlete had made them on the website or with the watch.</summary>
internal static class AdminActivities
{
    private const int MaxMinutes = 1440;

    public static void MapAdminActivities(this IEndpointRouteBuilder admin)
    {
        admin.MapPost("/activities/{id:long}/rename", Rename);
        admin.MapDelete("/activities/{id:long}", (long id, ActivityLookup lookup) =>
            lookup.Owner(id) is { } owner && owner.Activities.Remove(id) ? Results.NoContent() : Results.NotFound());
        admin.MapGet("/athletes/{email}/activities", List);
        admin.MapPost("/athletes/{email}/activities", Record);
    }

    private static IResult List(string email, AthleteDirectory athletes) => athletes.Find(email) is { } athlete
        ? Results.Ok(athlete.Activities.Newest.Select(activity => new { activityId = activity.Id, activityName = activity.Name, file = activity.File.ToString() }))
        : Results.NotFound();

    private static IResult Rename(long id, NewName name, ActivityLookup lookup, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(name.Name))
        {
            return Unprocessable("name is needed.");
        }

        return lookup.Owner(id) is { } owner && owner.Activities.Edit(id, activity => activity with { Name = name.Name, LastUpdate = clock.GetUtcNow() })
            ? Results.NoContent()
            : Results.NotFound();
    }

    /// <summary>A run that the watch has just uploaded.</summary>
    private static IResult Record(string email, NewRun run, AthleteDirectory athletes, TimeProvider clock)
    {
        if (athletes.Find(email) is not { } athlete)
        {
            return Results.NotFound();
        }

        if (run.Minutes is < 1 or > MaxMinutes || run.StartLocal == default)
        {
            return Unprocessable($"startLocal is needed, and minutes must be between 1 and {MaxMinutes}.");
        }

        var activity = athlete.Activities.Add(id => ActivityMaker.Make(athlete, run.Draft(athlete, id), clock.GetUtcNow()));
        return Results.Created((string?)null, new { activityId = activity.Id, activityName = activity.Name });
    }

    private static IResult Unprocessable(string reason) => Results.Problem(reason, statusCode: StatusCodes.Status422UnprocessableEntity);

    internal sealed record NewName(string Name);

    internal sealed record NewRun(DateTime StartLocal, int Minutes = 30)
    {
        public ActivityDraft Draft(Athlete athlete, long id) => new()
        {
            Id = id,
            StartLocal = DateTime.SpecifyKind(StartLocal, DateTimeKind.Unspecified),
            File = ActivityFile.Fit,
            Plan = [new LegPlan(Sports.Running, Minutes * 60, 0, athlete.Home.Latitude, athlete.Home.Longitude, (int)(id % int.MaxValue))],
        };
    }
}
