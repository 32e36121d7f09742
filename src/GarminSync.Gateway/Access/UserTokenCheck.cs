using System.Net.Http.Headers;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using GarminSync.Gateway.Sync;
using MassTransit;

namespace GarminSync.Gateway.Access;

/// <summary>Asks the consumers whether a user's token is the one that CentralDB has for that user.</summary>
internal sealed class UserTokenCheck(IRequestClient<CheckUserToken> client, VerifiedTokens verified, IBusControl bus, TimeProvider clock)
{
    /// <exception cref="RefusedException">The check cannot be made now: the broker, the consumers or CentralDB is out of reach.</exception>
    public async Task<bool> IsValidAsync(UserToken token, CancellationToken cancellationToken)
    {
        if (verified.Contains(token))
        {
            return true;
        }

        var answer = await AskAsync(token, cancellationToken);
        if (answer.Is(out Response<SyncRefused>? refused))
        {
            throw new RefusedException(refused.Message.ToRefusal());
        }

        var found = (UserTokenChecked)answer.Message;
        if (found.Valid)
        {
            verified.Remember(token, found.ExpiresAt);
        }

        return found.Valid;
    }

    /// <summary>Whether the token that a call came with still counts: for an answer that goes on for hours.</summary>
    /// <exception cref="RefusedException">The check cannot be made now.</exception>
    public async Task<bool> StillCountsAsync(HttpContext call, CancellationToken cancellationToken) =>
        call.User.OwnUserId() is null
        || (AuthenticationHeaderValue.TryParse(call.Request.Headers.Authorization, out var header)
            && UserToken.TryRead(header.Parameter ?? "") is { } token
            && await IsValidAsync(token, cancellationToken));

    private async Task<Response<UserTokenChecked, SyncRefused>> AskAsync(UserToken token, CancellationToken cancellationToken)
    {
        if (!await bus.IsConnectedSoonAsync())
        {
            throw new RefusedException(Outages.Broker);
        }

        try
        {
            var request = new CheckUserToken { UserId = token.UserId, TokenHash = token.Hash };
            return await client.GetResponse<UserTokenChecked, SyncRefused>(request, cancellationToken)
                .WaitAsync(AnswerLimit.OneRequest.Limit, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new RefusedException(bus.IsConnected() ? Outages.Consumers : Outages.Broker);
        }
    }
}
