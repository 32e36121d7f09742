using System.Security.Claims;
using CentralDb.Client;
using FitTrack.Hosting;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.CentralData;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.HealthData;

/// <summary>The values of health metrics that CentralDB has of a user.</summary>
internal static class HealthDataEndpoints
{
    public static void MapHealthData(this IEndpointRouteBuilder api)
    {
        var health = api.MapGroup("/garmin/health").WithTags("Health metrics");
        health.MapGet("", ReadAsync).WithSummary("Read values of health metrics, in no more points than a chart draws");
        health.MapGet("/latest", LatestAsync).WithSummary("Read the last value of each health metric that a user has");
        health.MapGet("/day", DayAsync).WithSummary("When a day began and ended by the athlete's clock, and the night that ended on it");
    }

    private static async Task<Ok<HealthDataAnswer>> ReadAsync(
        [AsParameters] HealthDataQuery query, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var request = query.Read(caller);
        var metrics = await reader.OfUserAsync(request.UserId, centralDb => AskAsync(centralDb, request, cancellationToken), cancellationToken);
        return TypedResults.Ok(new HealthDataAnswer(request.UserId, request.ResolutionName, metrics));
    }

    private static async Task<Ok<LatestHealthAnswer>> LatestAsync(
        [FromQuery(Name = "user_id")] string? userId, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var owner = caller.OwnerOfData(userId);
        return TypedResults.Ok(new LatestHealthAnswer(
            owner, await reader.OfUserAsync(owner, centralDb => centralDb.GetLatestHealthMetricsAsync(owner, cancellationToken), cancellationToken)));
    }

    private static async Task<Ok<AthleteDayAnswer>> DayAsync(
        [FromQuery(Name = "user_id")] string? userId, string? date, ClaimsPrincipal caller, CentralDataReader reader, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var owner = caller.OwnerOfData(userId, errors);
        var day = QueryFields.Day(errors, "date", date);
        if (string.IsNullOrEmpty(date))
        {
            errors.Add("date", "is required, such as 2026-11-22");
        }

        errors.ThrowIfAny();
        return TypedResults.Ok(await reader.OfUserAsync(owner, centralDb => AthleteDayReader.ReadAsync(centralDb, owner, day!.Value, cancellationToken), cancellationToken));
    }

    private static async Task<IReadOnlyList<HealthSeriesAnswer>?> AskAsync(CentralDbClient centralDb, HealthDataRequest request, CancellationToken cancellationToken)
    {
        if (request.Resolution == HealthResolution.Raw)
        {
            var series = await centralDb.GetHealthMetricSeriesAsync(
                request.UserId, request.MetricTypes, request.From, request.To, request.Points, cancellationToken);
            return series is null ? null : [.. series.Select(HealthSeriesAnswer.Of)];
        }

        var days = await centralDb.GetHealthMetricDaysAsync(request.UserId, request.MetricTypes, request.FirstDay, request.LastDay, cancellationToken);
        return days is null ? null : [.. days.Select(metric => HealthSeriesAnswer.Of(metric, request.Resolution))];
    }
}
