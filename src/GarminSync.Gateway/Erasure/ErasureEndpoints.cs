using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Erasure;

/// <summary>Erases users everywhere.</summary>
internal static class ErasureEndpoints
{
    public static void MapErasure(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/garmin/users/{user_id}").WithTags("Users").ProducesProblem(StatusCodes.Status404NotFound);

        users.MapDelete("", EraseAsync).WithSummary("Erase a user everywhere: all synced data, files, credentials and jobs. It cannot be undone; confirm repeats the user's id")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        users.MapGet("/erasure", GetAsync).WithSummary("How far the erasure of a user is; until a day after its end");
    }

    private static async Task<Results<Accepted<ErasureAnswer>, Refusal>> EraseAsync(
        [FromRoute(Name = "user_id")] string userId, string? confirm, IRequestClient<EraseUser> client, CancellationToken cancellationToken)
    {
        if (confirm != userId)
        {
            return new Refusal(
                StatusCodes.Status400BadRequest,
                "This erases everything that is kept of the user, in CentralDB too, and cannot be undone. To say that you mean it, repeat the user's id: ?confirm=<user_id>. "
                + "DELETE /api/garmin/accounts/{user_id} only unlinks the Garmin account.");
        }

        var answer = await client.GetResponse<UserErasureStatus, SyncRefused>(new EraseUser { UserId = userId }, cancellationToken);
        return answer.Is(out Response<UserErasureStatus>? status)
            ? TypedResults.Accepted($"/api/garmin/users/{Uri.EscapeDataString(status.Message.UserId)}/erasure", ErasureAnswer.From(status.Message))
            : ((SyncRefused)answer.Message).ToRefusal();
    }

    private static async Task<Results<Ok<ErasureAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<GetUserErasure> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<UserErasureStatus, SyncRefused>(new GetUserErasure { UserId = userId }, cancellationToken);
        return answer.Is(out Response<UserErasureStatus>? status) ? TypedResults.Ok(ErasureAnswer.From(status.Message)) : ((SyncRefused)answer.Message).ToRefusal();
    }
}
