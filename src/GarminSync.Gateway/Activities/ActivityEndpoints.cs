using System.Globalization;
using System.Net;
using System.Security.Claims;
using CentralDb.Client;
using FitTrack.Hosting;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Activities.Tracks;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.CentralData;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Activities;

/// <summary>The activities that CentralDB has of a user, with their files and tracks.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder api)
    {
        var activities = api.MapGroup("/garmin/activities").WithTags("Activities");
        activities.MapGet("", ListAsync).WithSummary("List the activities of a user, searched and sorted, page by page");
        activities.MapGet("/types", TypesAsync).WithSummary("List the types of activity that a user has, the most frequent first");

        var activity = activities.MapGroup("/{garmin_activity_id}");
        activity.MapGet("", GetAsync).WithSummary("Get an activity");
        activity.MapGet("/file", DownloadAsync).WithSummary("Download a file of an activity")
            .Produces(StatusCodes.Status200OK, null, ActivityFormats.ContentType(ActivityFormats.All[0]), [.. ActivityFormats.All.Skip(1).Select(ActivityFormats.ContentType)]);
        activity.MapGet("/revisions", RevisionsAsync).WithSummary("List the revisions of an activity: when each was stored and what changed in it");
        activity.MapGet("/track", TrackAsync).WithSummary("Positions, curves and laps of an activity, thinned to what a chart draws");
    }

    private static async Task<Ok<ActivityListAnswer>> ListAsync(
        [AsParameters] ActivityListQuery sent, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var (userId, query) = sent.Read(caller);
        var page = await reader.OfUserAsync(userId, centralDb => PageAsync(centralDb, userId, query, cancellationToken), cancellationToken);

        return TypedResults.Ok(new ActivityListAnswer([.. page.Items.Select(ActivityAnswer.Of)], page.NextCursor, page.Total));
    }

    private static async Task<Ok<ActivityTypeListAnswer>> TypesAsync(
        [FromQuery(Name = "user_id")] string? userId, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var owner = caller.OwnerOfData(userId);
        var types = await reader.OfUserAsync(owner, centralDb => centralDb.ListActivityTypesAsync(owner, cancellationToken), cancellationToken);

        return TypedResults.Ok(new ActivityTypeListAnswer([.. types.Select(type => new ActivityTypeAnswer(type.ActivityType, type.Count))]));
    }

    private static async Task<Results<Ok<ActivityAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "garmin_activity_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        ClaimsPrincipal caller,
        CentralDbClient centralDb,
        CancellationToken cancellationToken) =>
        await FindAsync(centralDb, caller.OwnerOfData(userId), id, cancellationToken) is { } activity ? TypedResults.Ok(ActivityAnswer.Of(activity)) : NoSuchActivity(id);

    private static async Task<Results<Ok<RevisionListAnswer>, Refusal>> RevisionsAsync(
        [FromRoute(Name = "garmin_activity_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        ClaimsPrincipal caller,
        CentralDbClient centralDb,
        CancellationToken cancellationToken) =>
        Number(id) is { } number && await centralDb.ListActivityRevisionsAsync(caller.OwnerOfData(userId), number, cancellationToken) is { } revisions
            ? TypedResults.Ok(new RevisionListAnswer(RevisionAnswer.Of(revisions)))
            : NoSuchActivity(id);

    private static async Task<Results<PushStreamHttpResult, Refusal>> DownloadAsync(
        [FromRoute(Name = "garmin_activity_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        [AsParameters] ActivityFileQuery query,
        HttpContext context,
        CentralDbClient centralDb,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var owner = context.User.OwnerOfData(userId, errors);
        var (format, part) = query.Read(errors);
        errors.ThrowIfAny();
        if (await FindAsync(centralDb, owner, id, cancellationToken) is not { } activity)
        {
            return NoSuchActivity(id);
        }

        var file = (format is null ? ActivityFormats.All : [format])
            .Select(wanted => activity.Files.FirstOrDefault(one => one.FileFormat == wanted && one.FilePart == part))
            .FirstOrDefault(found => found is not null);
        if (file is null || await centralDb.DownloadActivityFileAsync(owner, file.Id, cancellationToken) is not { } content)
        {
            return NoSuchFile(activity);
        }

        context.Response.RegisterForDispose(content);
        context.Response.ContentLength = content.Length;
        return TypedResults.Stream(
            body => content.CopyToAsync(body, cancellationToken), ActivityFormats.ContentType(file.FileFormat), ActivityFileName.Of(activity, file));
    }

    private static async Task<Results<Ok<TrackAnswer>, Refusal>> TrackAsync(
        [FromRoute(Name = "garmin_activity_id")] string id,
        [FromQuery(Name = "user_id")] string? userId,
        [AsParameters] TrackQuery query,
        ClaimsPrincipal caller,
        CentralDbClient centralDb,
        TrackReader reader,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var owner = caller.OwnerOfData(userId, errors);
        var (points, part) = query.Read(errors);
        errors.ThrowIfAny();
        if (await FindAsync(centralDb, owner, id, cancellationToken) is not { } activity)
        {
            return NoSuchActivity(id);
        }

        var file = activity.Files.FirstOrDefault(one => one.FileFormat == ActivityFormats.Fit && one.FilePart == part);
        if (file?.FileSize > TrackReader.LargestFileBytes)
        {
            return TrackReader.TooLarge(file.FileSize);
        }

        return file is not null && await reader.ReadAsync(owner, file, points, cancellationToken) is { } track
            ? TypedResults.Ok(TrackAnswer.Of(activity, file, track))
            : NoSuchFile(activity);
    }

    private static async Task<ActivityPage?> PageAsync(CentralDbClient centralDb, string userId, ActivityQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await centralDb.ListActivitiesAsync(userId, query, cancellationToken);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.UnprocessableEntity && query.Cursor is not null)
        {
            // All else has been checked.
            var errors = new FieldErrors();
            errors.Add("cursor", "must be the next_cursor of a page with the same sort; begin without it");
            throw new InvalidFieldsException(errors);
        }
    }

    private static async Task<ActivityOverview?> FindAsync(CentralDbClient centralDb, string userId, string id, CancellationToken cancellationToken) =>
        Number(id) is { } garminActivityId ? await centralDb.GetActivityAsync(userId, garminActivityId, cancellationToken) : null;

    private static long? Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Refusal NoSuchActivity(string id) =>
        new(StatusCodes.Status404NotFound, $"The user has no activity '{id}'. GET /api/garmin/activities lists those there are.");

    private static Refusal NoSuchFile(ActivityOverview activity) => new(
        StatusCodes.Status404NotFound,
        activity.Files.Count == 0
            ? "This activity has no file: it was entered by hand, or Garmin does not have it in the formats that were asked for."
            : $"This activity has no such file. It has: {string.Join(", ", activity.Files.Select(file => $"{file.FileFormat} (part {file.FilePart})"))}.");
}
