using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Activities;

/// <summary>The activity service: one activity at a time.</summary>
internal static class ActivityEndpoints
{
    private const string One = "/activity-service/activity/{id:long}";
    private const string Override = "X-Http-Method-Override";

    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/activity-service/activity/activityTypes", () => GarminAnswers.Full(ActivityTypes.All));
        routes.MapGet("/activity-service/activity/eventTypes", () => GarminAnswers.Full(new[] { new { typeId = 9, typeKey = "uncategorized", sortOrder = 10 } }));
        routes.MapGet(One, (Caller caller, long id, ActivityLookup lookup) =>
            lookup.Answer(caller, id, activity => GarminAnswers.Sparse(ActivityDetail.Of(caller.Athlete, activity))));
        routes.MapPut(One, Edit);
        routes.MapDelete(One, Delete);
        routes.MapPost(One, (HttpRequest request, Caller caller, long id, ActivityEdit edit, ActivityLookup lookup, TimeProvider clock) =>
            request.Headers[Override] == "PUT" ? Edit(caller, id, edit, lookup, clock) : GarminAnswers.BadRequest($"POST needs the header {Override}"));
    }

    private static IResult Edit(Caller caller, long id, ActivityEdit edit, ActivityLookup lookup, TimeProvider clock)
    {
        if (edit.ActivityId is { } bodyId && bodyId != id)
        {
            return GarminAnswers.BadRequest("activityId of the body is not that of the path");
        }

        if (edit.ActivityTypeDto is { } type && ActivityTypes.Find(type.TypeKey) is null)
        {
            return GarminAnswers.BadRequest("The activity type is not known");
        }

        return lookup.Answer(caller, id, _ =>
        {
            caller.Athlete.Activities.Edit(id, activity => edit.Apply(activity) with { LastUpdate = clock.GetUtcNow() });
            return Results.NoContent();
        });
    }

    private static IResult Delete(Caller caller, long id, ActivityLookup lookup) => lookup.Answer(caller, id, _ =>
    {
        caller.Athlete.Activities.Remove(id);
        return Results.NoContent();
    });
}
