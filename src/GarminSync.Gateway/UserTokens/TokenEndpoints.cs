using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.OpenApi;
using GarminSync.Gateway.Sync;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.UserTokens;

/// <summary>Users' tokens, one for each user; the operator makes, replaces and revokes them.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens").RequireAuthorization(Caller.OperatorPolicy)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

        tokens.MapPost("", CreateAsync).WithSummary("Make a token for a user, in place of any other; it is shown once").WithJsonBody<NewTokenBody>("""{"user_id": "7"}""");
        tokens.MapPut("/{user_id}", ReplaceAsync).WithSummary("The same, for the user of the path").WithJsonBody<NewTokenBody>("""{"expires_at": "2127-01-31T00:00:00Z"}""", required: false);
        tokens.MapDelete("/{user_id}", RevokeAsync).WithSummary("Revoke a user's token");
    }

    private static async Task<Results<Created<TokenAnswer>, Refusal>> CreateAsync(
        NewTokenBody body, IRequestClient<StoreUserToken> client, VerifiedTokens verified, CancellationToken cancellationToken)
    {
        var (answer, refusal) = await StoreAsync(body.UserId!, body, client, verified, cancellationToken);

        return answer is null ? refusal! : TypedResults.Created($"/api/tokens/{Uri.EscapeDataString(answer.UserId)}", answer);
    }

    private static async Task<Results<Ok<TokenAnswer>, Refusal>> ReplaceAsync(
        [FromRoute(Name = "user_id")] string userId,
        NewTokenBody body,
        IRequestClient<StoreUserToken> client,
        VerifiedTokens verified,
        CancellationToken cancellationToken)
    {
        var (answer, refusal) = await StoreAsync(userId, body, client, verified, cancellationToken);

        return answer is null ? refusal! : TypedResults.Ok(answer);
    }

    private static async Task<Results<NoContent, Refusal>> RevokeAsync(
        [FromRoute(Name = "user_id")] string userId, IRequestClient<RevokeUserToken> client, VerifiedTokens verified, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<UserTokenRevoked, SyncRefused>(new RevokeUserToken { UserId = userId }, cancellationToken);
        if (answer.Is(out Response<SyncRefused>? refused))
        {
            return refused.Message.ToRefusal();
        }

        verified.Forget(userId);
        return ((UserTokenRevoked)answer.Message).HadOne
            ? TypedResults.NoContent()
            : new Refusal(StatusCodes.Status404NotFound, $"The user '{userId}' has no token. POST /api/tokens makes one.");
    }

    private static async Task<(TokenAnswer? Answer, Refusal? Refusal)> StoreAsync(
        string userId, NewTokenBody body, IRequestClient<StoreUserToken> client, VerifiedTokens verified, CancellationToken cancellationToken)
    {
        var token = UserToken.New(userId);
        var store = new StoreUserToken { UserId = userId, TokenHash = token.Hash, ExpiresAt = body.ExpiresAt };
        var answer = await client.GetResponse<UserTokenStored, SyncRefused>(store, cancellationToken);
        if (answer.Is(out Response<SyncRefused>? refused))
        {
            return (null, refused.Message.ToRefusal());
        }

        verified.Forget(userId);
        return (new TokenAnswer(token.Text, userId, body.ExpiresAt), null);
    }
}
