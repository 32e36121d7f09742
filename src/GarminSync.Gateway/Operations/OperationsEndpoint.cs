using FitTrack.Hosting;
using GarminSync.Bus;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GarminSync.Gateway.Operations;

/// <summary>How everything is, for the operator.</summary>
internal static class OperationsEndpoint
{
    public static void MapOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/operations", GetAsync).WithTags("Operations").RequireAuthorization(Caller.OperatorPolicy)
            .WithSummary("How everything is: accounts, pauses, Garmin's limits, requests to Garmin, queues")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<OperationsAnswer>> GetAsync(
        [AsParameters] OperationsQuery query, IRequestClient<GetOperations> client, QueueCounter counter, CancellationToken cancellationToken)
    {
        var report = (await client.GetResponse<OperationsReport>(query.ToRequest(), cancellationToken)).Message;
        if (report.CursorProblem is { } problem)
        {
            var errors = new FieldErrors();
            errors.Add("cursor", problem);
            throw new InvalidFieldsException(errors);
        }

        var depths = (await counter.CountAsync(LastingQueues.All.SelectMany(Three).Append(LastingQueues.DeadLetters), cancellationToken))
            .ToDictionary(queue => queue.Queue, StringComparer.Ordinal);
        return TypedResults.Ok(new OperationsAnswer
        {
            Accounts = [.. report.Accounts.Select(AccountOperationsAnswer.From)],
            NextCursor = report.NextCursor,
            LinkedAccounts = report.LinkedAccounts,
            NeedLogin = report.AccountsThatNeedLogin,
            RateLimited = report.AccountsThatGarminLimits,
            Jobs = report.Jobs.ToDictionary(state => state.State, state => state.Jobs, StringComparer.Ordinal),
            Outages = [.. report.Outages.Select(outage => new OutageAnswer(outage.Service, outage.Since, outage.Until, outage.Reason))],
            GarminRequests = report.GarminRequests.ToDictionary(day => day.Day, day => day.Requests, StringComparer.Ordinal),
            Queues = counter.CanCount ? [.. LastingQueues.All.Select(queue => ToAnswer(queue, depths))] : [],
            DeliveredTooOften = depths.GetValueOrDefault(LastingQueues.DeadLetters)?.Messages ?? 0,
        });
    }

    private static string[] Three(string queue) => [queue, LastingQueues.ErrorsOf(queue), LastingQueues.SkippedOf(queue)];

    private static QueueAnswer ToAnswer(string queue, Dictionary<string, QueueDepth> depths) => new(
        queue,
        depths.GetValueOrDefault(queue)?.Messages,
        depths.GetValueOrDefault(queue)?.Consumers,
        depths.GetValueOrDefault(LastingQueues.ErrorsOf(queue))?.Messages ?? 0,
        depths.GetValueOrDefault(LastingQueues.SkippedOf(queue))?.Messages ?? 0);
}
