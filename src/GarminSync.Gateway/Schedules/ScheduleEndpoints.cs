using System.Text.Json;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.OpenApi;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Schedules;

/// <summary>When an account is synced by itself.</summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        var schedule = api.MapGroup("/garmin/accounts/{user_id}/schedule").WithTags("Schedules").ProducesProblem(StatusCodes.Status404NotFound);

        schedule.MapGet("", GetAsync).WithSummary("When an account is synced by itself");
        schedule.MapPut("", SetAsync).WithSummary("Sync an account by itself from now on, in place of any other schedule").WithJsonBody<ScheduleBody>("""{"every": "PT6H"}""");
        schedule.MapDelete("", RemoveAsync).WithSummary("Sync an account only when somebody asks for it, also where there is a default schedule");
    }

    private static async Task<Results<Ok<ScheduleAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<GetSyncSchedule> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<SyncSchedule, SyncRefused>(new GetSyncSchedule { UserId = userId }, cancellationToken);

        return answer.Is(out Response<SyncSchedule>? schedule) ? TypedResults.Ok(ScheduleAnswer.From(schedule.Message)) : ToRefusal(userId, (SyncRefused)answer.Message);
    }

    private static async Task<Results<Ok<ScheduleAnswer>, Refusal>> SetAsync(
        [FromRoute(Name = "user_id")] string userId, ScheduleBody body, IRequestClient<SetSyncSchedule> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<SyncSchedule, SyncRefused>(body.ToRequest(userId), cancellationToken);

        return answer.Is(out Response<SyncSchedule>? schedule) ? TypedResults.Ok(ScheduleAnswer.From(schedule.Message)) : ToRefusal(userId, (SyncRefused)answer.Message);
    }

    private static async Task<Results<NoContent, Refusal>> RemoveAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<RemoveSyncSchedule> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<SyncScheduleRemoved, SyncRefused>(new RemoveSyncSchedule { UserId = userId }, cancellationToken);

        return answer.Is(out Response<SyncScheduleRemoved>? _) ? TypedResults.NoContent() : ToRefusal(userId, (SyncRefused)answer.Message);
    }

    /// <exception cref="InvalidFieldsException">Fields are to blame.</exception>
    private static Refusal ToRefusal(string userId, SyncRefused refused)
    {
        if (refused.Fields is { Count: > 0 } fields)
        {
            var errors = new FieldErrors();
            foreach (var (name, problem) in fields)
            {
                errors.Add(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), problem);
            }

            throw new InvalidFieldsException(errors);
        }

        return refused.Reason is SyncRefusals.NotLinked or SyncRefusals.UnknownUser ? AccountEndpoints.NotLinked(userId) : refused.ToRefusal();
    }
}
