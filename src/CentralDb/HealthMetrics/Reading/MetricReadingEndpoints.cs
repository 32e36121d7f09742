using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

internal static class MetricReadingEndpoints
{
    private const int MostSeries = 20;
    private const int MostDays = 100;

    public static void MapMetricReading(this RouteGroupBuilder metrics)
    {
        metrics.MapGet("/series", Series).WithSummary("Metrics over a range, in at most so many buckets of equal time");
        metrics.MapGet("/days", Days).WithSummary("Metrics with one value a day");
        metrics.MapGet("/latest", Latest).WithSummary("The last value of each metric that a user has");
    }

    private static async Task<Results<Ok<MetricList<MetricSeries>>, ProblemHttpResult>> Series(
        [FromQuery(Name = "user_id")] string? userId,
        [FromQuery(Name = "metric_type")] string[]? metricType,
        string? from,
        string? to,
        string? points,
        CentralDbContext database,
        MetricSeriesReader reader,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var user = Fields.RequiredId(errors, "user_id", userId);
        var types = MetricTypes.Read(errors, metricType, MostSeries);
        var range = TimeRange.Read(errors, from, to);
        var most = Fields.Integer(errors, "points", points, 1, 2000) ?? 500;
        return await AnswerAsync(errors, user, database, () => reader.ReadAsync(user!.Value, types, range, most, cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<MetricList<MetricDays>>, ProblemHttpResult>> Days(
        [FromQuery(Name = "user_id")] string? userId,
        [FromQuery(Name = "metric_type")] string[]? metricType,
        string? from,
        string? to,
        CentralDbContext database,
        MetricDaysReader reader,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var user = Fields.RequiredId(errors, "user_id", userId);
        var types = MetricTypes.Read(errors, metricType, MostDays);
        var (first, last) = (Fields.Day(errors, "from", from), Fields.Day(errors, "to", to));
        if (first > last)
        {
            errors.Add("to", "must not lie before from");
        }

        return await AnswerAsync(errors, user, database, () => reader.ReadAsync(user!.Value, types, first, last, cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<MetricList<LatestMetric>>, ProblemHttpResult>> Latest(
        [FromQuery(Name = "user_id")] string? userId, CentralDbContext database, LatestMetricsReader reader, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var user = Fields.RequiredId(errors, "user_id", userId);
        return await AnswerAsync(errors, user, database, () => reader.ReadAsync(user!.Value, cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        FieldErrors errors, Guid? user, CentralDbContext database, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await database.Users.AnyAsync(known => known.Id == user, cancellationToken) ? TypedResults.Ok(await read()) : Missing.User(user!.Value);
    }
}
