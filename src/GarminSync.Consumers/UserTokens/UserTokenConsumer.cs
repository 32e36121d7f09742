using CentralDb.Client;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.UserTokens;

internal sealed partial class UserTokenConsumer(StoredUserTokens tokens, ILogger<UserTokenConsumer> logger)
    : IConsumer<StoreUserToken>, IConsumer<CheckUserToken>, IConsumer<RevokeUserToken>
{
    public Task Consume(ConsumeContext<StoreUserToken> context) => AnswerAsync(context, async () =>
    {
        var request = context.Message;
        if (!await tokens.StoreAsync(request.UserId, request.TokenHash, request.ExpiresAt, context.CancellationToken))
        {
            return new SyncRefused { Reason = SyncRefusals.UnknownUser, Detail = $"CentralDB has no user '{request.UserId}'." };
        }

        LogStored(request.UserId, request.ExpiresAt);
        return new UserTokenStored { UserId = request.UserId };
    });

    public Task Consume(ConsumeContext<CheckUserToken> context) => AnswerAsync(context, async () =>
    {
        var found = await tokens.FindValidAsync(context.Message.UserId, context.Message.TokenHash, context.CancellationToken);
        return new UserTokenChecked { Valid = found is not null, ExpiresAt = found?.Expires };
    });

    public Task Consume(ConsumeContext<RevokeUserToken> context) => AnswerAsync(context, async () =>
    {
        var userId = context.Message.UserId;
        var hadOne = await tokens.RevokeAsync(userId, context.CancellationToken);
        LogRevoked(userId, hadOne);
        return new UserTokenRevoked { UserId = userId, HadOne = hadOne };
    });

    private static async Task AnswerAsync(ConsumeContext context, Func<Task<object>> ask)
    {
        object answer;
        try
        {
            answer = await ask();
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            answer = new SyncRefused { Reason = SyncRefusals.CentralDbUnreachable, Detail = exception.Message };
        }

        await context.RespondAsync(answer, answer.GetType());
    }

    [LoggerMessage(2301, LogLevel.Information, "User {UserId} has a new token, valid until {ExpiresAt:u} (never ends when empty)")]
    private partial void LogStored(string userId, DateTimeOffset? expiresAt);

    [LoggerMessage(2302, LogLevel.Information, "The token of user {UserId} is revoked (there was one: {HadOne})")]
    private partial void LogRevoked(string userId, bool hadOne);
}
