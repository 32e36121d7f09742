using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Activities;

/// <summary>The activity list service.</summary>
internal static class ActivityListEndpoints
{
    public static void MapActivityList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/activitylist-service/activities/search/activities", Search);
        routes.MapGet("/activitylist-service/activities/count", Count);
    }

    private static IResult Search(Caller caller, [AsParameters] ActivitySearch search, SimulatorOptions options) =>
        search.Mistake is { } mistake
            ? GarminAnswers.BadRequest(mistake)
            : GarminAnswers.Sparse(search.As(options).Apply(caller.Athlete.Activities.Newest).Select(activity => ActivityRow.Of(caller.Athlete, activity)).ToList());

    private static IResult Count(Caller caller)
    {
        var activities = caller.Athlete.Activities.Newest;
        return GarminAnswers.Full(new { totalCount = activities.Count, multisportChildCount = activities.Sum(activity => activity.Legs.Count) });
    }
}
