using GarminSync.Contracts;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>Which health metrics there are, and which days of them are in CentralDB.</summary>
internal static class HealthMetricEndpoints
{
    public static void MapHealthMetrics(this IEndpointRouteBuilder api)
    {
        var garmin = api.MapGroup("/garmin").WithTags("Health metrics");
        garmin.MapGet("/metrics", ListAsync).WithSummary("List the health metrics that can be synced");
        garmin.MapGet("/accounts/{user_id}/coverage", CoverageAsync).WithSummary("Show what is known of each health metric and of the activities, day by day")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<MetricListAnswer>> ListAsync(IRequestClient<ListHealthMetrics> client, CancellationToken cancellationToken)
    {
        var list = await client.GetResponse<HealthMetricList>(new ListHealthMetrics(), cancellationToken);
        return TypedResults.Ok(new MetricListAnswer([.. list.Message.Metrics.Select(MetricAnswer.From)]));
    }

    private static async Task<Results<Ok<CoverageAnswer>, Refusal>> CoverageAsync(
        [FromRoute(Name = "user_id")] string userId, string? from, string? to, IRequestClient<GetCoverage> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<Coverage, SyncRefused>(new GetCoverage { UserId = userId, From = from, To = to }, cancellationToken);
        if (answer.Is(out Response<Coverage>? coverage))
        {
            return TypedResults.Ok(CoverageAnswer.Of(coverage.Message));
        }

        var refused = (SyncRefused)answer.Message;
        return refused.Reason == SyncRefusals.NotLinked ? AccountEndpoints.NotLinked(userId) : refused.ToRefusal();
    }
}
