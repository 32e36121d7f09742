using FitTrack.CentralDb.Activities.Revisions;
using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Overviews;

internal static class OverviewEndpoints
{
    public static void MapOverviews(this RouteGroupBuilder activities)
    {
        activities.MapGet("/overview", List).WithSummary("A user's activities, each once with its files: searched, sorted, page by page from a cursor")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        activities.MapGet("/overview/{garminActivityId:long}", Get).WithSummary("One activity by Garmin's id, with its files");
        activities.MapGet("/overview/{garminActivityId:long}/revisions", Revisions)
            .WithSummary("What was stored of an activity and when, the newest first; files are kept of the newest only");
        activities.MapGet("/types", Types).WithSummary("The types of activity that a user has, the most frequent first");
    }

    private static async Task<Results<Ok<OverviewPage>, ProblemHttpResult>> List(
        Guid userId, [AsParameters] OverviewParameters sent, CentralDbContext database, OverviewReader reader, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var filter = OverviewFilter.Read(errors, sent);
        var limit = Fields.Integer(errors, "limit", sent.Limit, 1, 500) ?? 50;
        var sort = Sort(errors, sent);
        var after = string.IsNullOrWhiteSpace(sent.Cursor) || sort is null ? null : OverviewPlace.FromCursor(sent.Cursor, sort);
        if (sort is not null && after is null && !string.IsNullOrWhiteSpace(sent.Cursor))
        {
            errors.Add("cursor", "must be the next_cursor of a page with the same sort and order; begin without it");
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await database.Users.AnyAsync(user => user.Id == userId, cancellationToken)
            ? TypedResults.Ok(await reader.PageAsync(userId, filter, sort!, after, limit, cancellationToken))
            : Missing.User(userId);
    }

    private static async Task<Results<Ok<ActivityOverview>, ProblemHttpResult>> Get(
        Guid userId, long garminActivityId, OverviewReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(userId, garminActivityId, cancellationToken) is { } overview
            ? TypedResults.Ok(overview)
            : Missing.Of($"User {userId} has no activity {garminActivityId}; GET /activities/{userId}/overview lists what there is.");

    private static async Task<Results<Ok<IReadOnlyList<RecordRevision>>, ProblemHttpResult>> Revisions(
        Guid userId, long garminActivityId, CentralDbContext database, CancellationToken cancellationToken) =>
        await database.OfAsync(userId, garminActivityId, cancellationToken) is { Count: > 0 } revisions
            ? TypedResults.Ok(revisions)
            : Missing.Of($"User {userId} has no activity {garminActivityId}; GET /activities/{userId}/overview lists what there is.");

    private static OverviewSort? Sort(FieldErrors errors, OverviewParameters sent)
    {
        var name = string.IsNullOrWhiteSpace(sent.Sort) ? OverviewSort.ByStart : sent.Sort;
        var order = string.IsNullOrWhiteSpace(sent.Order) ? "desc" : sent.Order;
        if (!OverviewSort.Names.Contains(name, StringComparer.Ordinal))
        {
            errors.Add("sort", $"must be one of {string.Join(", ", OverviewSort.Names)}");
            return null;
        }

        if (order is "asc" or "desc")
        {
            return new(name, order == "desc");
        }

        errors.Add("order", "must be asc or desc");
        return null;
    }

    private static async Task<Results<Ok<IReadOnlyList<ActivityTypeCount>>, ProblemHttpResult>> Types(
        Guid userId, CentralDbContext database, OverviewReader reader, CancellationToken cancellationToken) =>
        await database.Users.AnyAsync(user => user.Id == userId, cancellationToken)
            ? TypedResults.Ok(await reader.TypesAsync(userId, cancellationToken))
            : Missing.User(userId);
}
