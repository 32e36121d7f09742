using FitTrack.CentralDb.Activities;
using FitTrack.CentralDb.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FitTrack.CentralDb.Api;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Health("ok"))).WithSummary("The process answers");
        health.MapGet("/ready", Ready).WithSummary("The database and the activity folder can be reached").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Health>, ProblemHttpResult>> Ready(CentralDbContext database, ActivityFiles files, CancellationToken cancellationToken)
    {
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return Unready("The database cannot be reached; see CentralDbServer:Provider and CentralDbServer:ConnectionString.");
        }

        return files.IsReachable ? TypedResults.Ok(new Health("ok")) : Unready("The activity folder is gone; see CentralDbServer:ActivityFolder.");
    }

    private static ProblemHttpResult Unready(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable);

    internal sealed record Health(string Status);
}
