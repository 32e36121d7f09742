using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Admin;

/// <summary>Changes to activities as if the athlete had made them on the website or with the watch.</summary>
internal static class AdminActivities
{
    public static void MapAdminActivities(this IEndpointRouteBuilder admin)
    {
        admin.MapPost("/activities/{id:long}/rename", Rename);
        admin.MapDelete("/activities/{id:long}", (long id, ActivityLookup lookup) =>
            lookup.Owner(id) is { } owner && owner.Activities.Remove(id) ? Results.NoContent() : Results.NotFound());
        admin.MapPost("/athletes/{email}/activities", Record);
    }

    private static IResult Rename(long id, NewName name, ActivityLookup lookup, TimeProvider clock) =>
        lookup.Owner(id) is { } owner && owner.Activities.Edit(id, activity => activity with { Name = name.Name, LastUpdate = clock.GetUtcNow() })
            ? Results.NoContent()
            : Results.NotFound();

    /// <summary>A run that the watch has just uploaded.</summary>
    private static IResult Record(string email, NewRun run, AthleteDirectory athletes, TimeProvider clock)
    {
        if (athletes.Find(email) is not { } athlete)
        {
            return Results.NotFound();
        }

        var activity = athlete.Activities.Add(Season.IdOf(athlete, 0), id => ActivityMaker.Make(athlete, run.Draft(athlete, id), clock.GetUtcNow()));
        return Results.Created((string?)null, new { activityId = activity.Id, activityName = activity.Name });
    }

    private sealed record NewName(string Name);

    private sealed record NewRun(DateTime StartLocal, int Minutes = 30)
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
