using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FitTrack.CentralDb.Api;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Health("ok"))).WithSummary("The process answers");
        health.MapGet("/ready", Ready).WithSummary("The database and the activity files can be reached").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Health>, ProblemHttpResult>> Ready(CentralDbContext database, ActivityFiles files, CancellationToken cancellationToken)
    {
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return Unready("The database cannot be reached; see CentralDbServer:Provider and CentralDbServer:ConnectionString.");
        }

        return await files.Store.TroubleAsync(cancellationToken) is { } trouble ? Unready(trouble) : TypedResults.Ok(new Health("ok"));
    }

    private static ProblemHttpResult Unready(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable);

    internal sealed record Health(string Status);
}
