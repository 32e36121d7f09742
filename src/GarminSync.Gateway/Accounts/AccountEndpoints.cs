using System.Security.Claims;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Accounts;

/// <summary>The linked Garmin accounts.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/garmin/accounts").WithTags("Accounts");

        accounts.MapGet("", ListAsync).WithSummary("List the linked accounts");
        accounts.MapGet("/{user_id}", GetAsync).WithSummary("Get a linked account").ProducesProblem(StatusCodes.Status404NotFound);
        accounts.MapDelete("/{user_id}", UnlinkAsync).WithSummary("Forget the tokens and the password of an account; synced data stays")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The answer when a call is about an account that is not linked.</summary>
    public static Refusal NotLinked(string userId) =>
        new(StatusCodes.Status404NotFound, $"No Garmin account is linked to the user '{userId}'. GET /api/garmin/accounts lists those that are.");

    private static async Task<Ok<AccountListAnswer>> ListAsync(
        ClaimsPrincipal caller, IRequestClient<ListGarminAccounts> client, CancellationToken cancellationToken)
    {
        var list = await client.GetResponse<GarminAccountList>(new ListGarminAccounts { UserId = caller.OwnUserId() }, cancellationToken);

        return TypedResults.Ok(new AccountListAnswer([.. list.Message.Accounts.Select(AccountAnswer.From)]));
    }

    private static async Task<Results<Ok<AccountAnswer>, Refusal>> GetAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<ListGarminAccounts> client, CancellationToken cancellationToken)
    {
        var list = await client.GetResponse<GarminAccountList>(new ListGarminAccounts { UserId = userId }, cancellationToken);

        return list.Message.Accounts is [var account] ? TypedResults.Ok(AccountAnswer.From(account)) : NotLinked(userId);
    }

    private static async Task<Results<NoContent, Refusal>> UnlinkAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<UnlinkGarminAccount> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<GarminAccountUnlinked, SyncRefused>(new UnlinkGarminAccount { UserId = userId }, cancellationToken);
        if (!answer.Is(out Response<SyncRefused>? refused))
        {
            return TypedResults.NoContent();
        }

        return refused.Message.Reason is SyncRefusals.NotLinked or SyncRefusals.UnknownUser ? NotLinked(userId) : refused.Message.ToRefusal();
    }
}
