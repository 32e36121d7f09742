using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.CentralDb.HealthMetrics.Reading;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics;

internal static class HealthMetricEndpoints
{
    public static void MapHealthMetrics(this WebApplication app)
    {
        var metrics = app.MapGroup("/health_metrics").WithTags("Health metrics")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        metrics.MapPost("/", Write).Accepts<HealthMetricFields[]>("application/json")
            .WithSummary("Store one data point or an array of them, in one transaction; one that is there is replaced");
        metrics.MapPut("/range", Replace)
            .WithSummary("Store data points of some types and days, and delete all others of them, in one transaction");
        metrics.MapMetricReading();
        metrics.MapGet("/", List).WithSummary("A user's data points, oldest first");
    }

    private static async Task<Results<Ok<HealthMetricCounts>, ProblemHttpResult>> Write(
        HealthMetricBatch batch, CentralDbContext database, HealthMetricStore store, CancellationToken cancellationToken)
    {
        var errors = batch.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        foreach (var userId in batch.Metrics.Select(metric => metric.UserId!.Value).Distinct())
        {
            if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
            {
                return Missing.User(userId);
            }
        }

        return TypedResults.Ok(await store.WriteAsync(batch.Metrics, cancellationToken));
    }

    private static async Task<Results<Ok<HealthMetricReplaced>, ProblemHttpResult>> Replace(
        HealthMetricReplacement replacement, CentralDbContext database, HealthMetricStore store, CancellationToken cancellationToken)
    {
        var errors = replacement.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await database.Users.AnyAsync(user => user.Id == replacement.UserId, cancellationToken)
            ? TypedResults.Ok(await store.ReplaceAsync(replacement, cancellationToken))
            : Missing.User(replacement.UserId!.Value);
    }

    private static async Task<Results<Ok<Page<HealthMetric>>, ProblemHttpResult>> List(
        [FromQuery(Name = "user_id")] string? userId,
        [FromQuery(Name = "metric_type")] string? metricType,
        string? from,
        string? to,
        string? limit,
        string? offset,
        CentralDbContext database,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var user = Fields.RequiredId(errors, "user_id", userId);
        metricType = Fields.Text(errors, "metric_type", metricType, 100);
        var range = TimeRange.Read(errors, from, to);
        var page = PageRequest.Read(errors, limit, offset, defaultLimit: 1000, maxLimit: 10_000);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!await database.Users.AnyAsync(known => known.Id == user, cancellationToken))
        {
            return Missing.User(user!.Value);
        }

        var metrics = database.HealthMetrics.AsNoTracking().Where(metric => metric.UserId == user
            && (metricType == null || metric.MetricType == metricType)
            && (range.From == null || metric.At >= range.From)
            && (range.Before == null || metric.At < range.Before));
        return TypedResults.Ok(await page.ReadAsync(
            metrics.OrderBy(metric => metric.At).ThenBy(metric => metric.MetricType).ThenBy(metric => metric.Daily), cancellationToken));
    }
}
