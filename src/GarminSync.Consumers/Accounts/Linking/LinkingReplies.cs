using CentralDb.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>How every way in answers: with how it ended, and with an event when the account is linked, which lets its paused jobs go on.</summary>
internal sealed partial class LoginReplies(ILogger<LoginReplies> logger)
{
    public async Task ReplyAsync(ConsumeContext context, Func<Task<LinkingOutcome>> link)
    {
        var (answer, linked) = await RunAsync(link);
        if (linked is not null)
        {
            await context.Publish(new GarminAccountLinked { UserId = linked.UserId, UserName = linked.UserName }, context.CancellationToken);
        }

        LogOutcome(answer.Outcome, answer.UserId);
        await context.RespondAsync(answer);
    }

    private static async Task<(GarminLoginAnswered Answer, LinkingOutcome.Linked? Linked)> RunAsync(Func<Task<LinkingOutcome>> link)
    {
        try
        {
            var outcome = await link();
            return (LoginAnswers.From(outcome), outcome as LinkingOutcome.Linked);
        }
        catch (UnsealException exception)
        {
            return (new() { Outcome = GarminLoginOutcomes.InvalidSecret, Detail = exception.Message }, null);
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            return (new() { Outcome = GarminLoginOutcomes.CentralDbUnreachable, Detail = exception.Message }, null);
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Garmin login ended as {Outcome}, user {UserId}")]
    private partial void LogOutcome(string outcome, string? userId);
}
