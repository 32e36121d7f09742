using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FitTrack.CentralDb.Activities;

internal static class ActivityEndpoints
{
    public static void MapActivities(this WebApplication app)
    {
        app.MapGet("/limits", Limits).WithTags("Activities").WithSummary("What is taken at most");
        var activities = app.MapGroup("/activities/{userId:guid}").WithTags("Activities").ProducesProblem(StatusCodes.Status404NotFound);
        activities.MapPost("/", Upload).Accepts<ActivityUpload>("multipart/form-data")
            .WithSummary("Store an activity and its file; again for the same Garmin id, format and part updates the record")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        activities.MapGet("/", List).WithSummary("A user's records of activities, one for each file, newest first").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        activities.MapOverviews();
        activities.MapGet("/{activityId:guid}", Get).WithSummary("One activity");
        activities.MapGet("/{activityId:guid}/file", Download).WithSummary("Its file");
        activities.MapDelete("/{activityId:guid}", Delete).WithSummary("Forget an activity and its file");
    }

    private static Ok<UploadLimits> Limits(IOptions<CentralDbServerOptions> options) => TypedResults.Ok(new UploadLimits(options.Value.MaxFileSizeBytes));

    private static async Task<Results<Created<Activity>, Ok<Activity>, ProblemHttpResult>> Upload(
        Guid userId,
        HttpContext context,
        CentralDbContext database,
        IncomingFolder incoming,
        ActivityStore store,
        IOptions<CentralDbServerOptions> options,
        CancellationToken cancellationToken)
    {
        ActivityForm.Allow(context, options.Value.MaxFileSizeBytes);
        if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            return Missing.User(userId);
        }

        var errors = new FieldErrors();
        using var form = await ActivityForm.ReadAsync(context.Request, incoming, errors, cancellationToken);
        var fields = ActivityFields.Read(errors, form.Fields);
        CheckFile(errors, form.File, fields);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        try
        {
            var (activity, created) = await store.SaveAsync(userId, fields, form.File, cancellationToken);
            return created ? TypedResults.Created($"/activities/{userId}/{activity.Id}", activity) : TypedResults.Ok(activity);
        }
        catch (DbUpdateException exception) when (WriteConflicts.IsStillReferredTo(exception))
        {
            return Missing.User(userId); // erased while the file was on its way
        }
    }

    private static void CheckFile(FieldErrors errors, IncomingFile? file, ActivityFields fields)
    {
        if (fields.FileFormat == ActivityFormat.None)
        {
            if (file is not null)
            {
                errors.Add("file", $"must be absent with the file_format {ActivityFormat.None}");
            }
        }
        else if (file is null || file.Size == 0)
        {
            errors.Add("file", file is null ? Fields.Required : "must not be empty");
        }
        else if (fields.Sha256 is { Length: 64 } sha256 && sha256 != file.Sha256)
        {
            errors.Add("sha256", $"is not that of the file, which arrived as {file.Size} bytes with {file.Sha256}; send it again");
        }
    }

    // Dates are days of the athlete's clock where that is known, and of UTC elsewhere; times are moments.
    private static async Task<Results<Ok<Page<Activity>>, ProblemHttpResult>> List(
        Guid userId, string? from, string? to, string? type, string? limit, string? offset, CentralDbContext database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var range = TimeRange.Read(errors, from, to);
        var page = PageRequest.Read(errors, limit, offset, defaultLimit: 50, maxLimit: 500);
        type = Fields.Text(errors, "type", type, 100);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            return Missing.User(userId);
        }

        var activities = database.Activities.AsNoTracking().Where(activity => activity.UserId == userId
            && (type == null || activity.ActivityType == type)
            && (range.FromDay != null && activity.StartTimeLocal != null
                ? string.Compare(activity.StartTimeLocal, range.FromDay) >= 0
                : range.From == null || activity.StartTime >= range.From)
            && (range.BeforeDay != null && activity.StartTimeLocal != null
                ? string.Compare(activity.StartTimeLocal, range.BeforeDay) < 0
                : range.Before == null || activity.StartTime < range.Before));
        return TypedResults.Ok(await page.ReadAsync(
            activities.OrderBy(activity => activity.StartTime == null).ThenByDescending(activity => activity.StartTime).ThenBy(activity => activity.Id),
            cancellationToken));
    }

    private static async Task<Results<Ok<Activity>, ProblemHttpResult>> Get(
        Guid userId, Guid activityId, CentralDbContext database, CancellationToken cancellationToken) =>
        await FindAsync(userId, activityId, database, cancellationToken) is { } activity ? TypedResults.Ok(activity) : None(userId, activityId);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Download(
        Guid userId, Guid activityId, CentralDbContext database, ActivityFiles files, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, activityId, database, cancellationToken) is not { } activity)
        {
            return None(userId, activityId);
        }

        if (activity.FilePath is not { } path)
        {
            return Missing.Of("This activity has no file: it was entered by hand, or Garmin does not have it in the formats that were asked for.");
        }

        if (await files.Store.OpenAsync(path, cancellationToken) is not { } content)
        {
            return Missing.Of($"The file {path} is gone from where the activity files lie. Restore it from a backup, or sync this activity again with force.");
        }

        return TypedResults.Stream(
            content,
            ActivityFormat.ContentTypes[activity.FileFormat],
            $"{activity.GarminActivityId}{(activity.FilePart == 1 ? "" : $"-{activity.FilePart}")}.{activity.FileFormat}",
            entityTag: new EntityTagHeaderValue($"\"{activity.Sha256}\""),
            enableRangeProcessing: true);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid userId, Guid activityId, ActivityStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(userId, activityId, cancellationToken) ? TypedResults.NoContent() : None(userId, activityId);

    private static Task<Activity?> FindAsync(Guid userId, Guid activityId, CentralDbContext database, CancellationToken cancellationToken) =>
        database.Activities.AsNoTracking().SingleOrDefaultAsync(activity => activity.Id == activityId && activity.UserId == userId, cancellationToken);

    private static ProblemHttpResult None(Guid userId, Guid activityId) =>
        Missing.Of($"User {userId} has no activity {activityId}; GET /activities/{userId} lists what there is.");
}
