using GarminSync.Bus.Secrets;
using GarminSync.Consumers.CentralDb;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed partial class LinkGarminAccountConsumer(AccountLinking linking, SecretSealer sealer, ILogger<LinkGarminAccountConsumer> logger)
    : IConsumer<LinkGarminAccount>
{
    public async Task Consume(ConsumeContext<LinkGarminAccount> context)
    {
        var answer = await LinkAsync(context.Message, context.CancellationToken);
        if (answer.UserId is { } userId)
        {
            await context.Publish(new GarminAccountLinked { UserId = userId, UserName = context.Message.UserName }, context.CancellationToken);
        }

        LogOutcome(answer.Outcome, answer.UserId);
        await context.RespondAsync(answer);
    }

    private async Task<GarminLoginAnswered> LinkAsync(LinkGarminAccount request, CancellationToken cancellationToken)
    {
        try
        {
            return LoginAnswers.From(await linking.LinkAsync(request.UserName, sealer.Open(request.SealedPassword), cancellationToken));
        }
        catch (UnsealException exception)
        {
            return new GarminLoginAnswered { Outcome = GarminLoginOutcomes.InvalidSecret, Detail = exception.Message };
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            return new GarminLoginAnswered { Outcome = GarminLoginOutcomes.CentralDbUnreachable, Detail = exception.Message };
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Garmin login ended as {Outcome}, user {UserId}")]
    private partial void LogOutcome(string outcome, string? userId);
}
