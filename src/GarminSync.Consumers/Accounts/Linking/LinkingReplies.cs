using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// How each of the four ways to link answers: with an event once the account is linked, which lets its paused jobs go on, and with the outcome and what a person
/// can do about it. The sentences that a person reads about a login are made here; the gateway adds what only it knows, such as its other calls.
/// </summary>
internal sealed partial class LinkingReplies(ILogger<LinkingReplies> logger)
{
    public async Task ReplyAsync(ConsumeContext context, Func<Task<LinkingOutcome>> link)
    {
        var (answer, linked) = await RunAsync(link);
        if (linked is not null)
        {
            await context.Publish(new GarminAccountLinked { UserId = linked.UserId, UserName = linked.UserName }, context.CancellationToken);
        }

        LogOutcome(answer.Outcome, answer.UserId);
        AccountMetrics.LoginEnded(answer.Outcome, unattended: false);
        await context.RespondAsync(answer);
    }

    private async Task<(GarminLoginAnswered Answer, LinkingOutcome.Linked? Linked)> RunAsync(Func<Task<LinkingOutcome>> link)
    {
        try
        {
            var outcome = await link();
            if (outcome is LinkingOutcome.Refused { SignIn: SignInOutcome.Blocked blocked })
            {
                LogBlocked(blocked.Reason);
            }

            return (AnswerTo(outcome), outcome as LinkingOutcome.Linked);
        }
        catch (UnsealException exception)
        {
            return (Answer(GarminLoginOutcomes.InvalidSecret, exception.Message), null);
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            return (Answer(GarminLoginOutcomes.CentralDbUnreachable, exception.Message), null);
        }
    }

    private static GarminLoginAnswered AnswerTo(LinkingOutcome outcome) => outcome switch
    {
        LinkingOutcome.Linked linked => new() { Outcome = GarminLoginOutcomes.Linked, UserId = linked.UserId },
        LinkingOutcome.CodeWanted wanted => CodeWanted(wanted),
        LinkingOutcome.Refused refused => AnswerTo(refused.SignIn),
        LinkingOutcome.WrongCode { MayTryAgain: true } => Answer(
            GarminLoginOutcomes.WrongCode, "Garmin refused the code. It may be tried again until the login expires; if the right one is refused too, log in again."),
        LinkingOutcome.WrongCode => Answer(GarminLoginOutcomes.WrongCode, "Garmin refused the code, and too many were tried. Log in again, which makes Garmin send a new one."),
        LinkingOutcome.UnknownLogin => Answer(GarminLoginOutcomes.UnknownLogin, "No login with this id waits for a code, or it has expired. Log in again."),
        LinkingOutcome.EmailNeeded => Answer(
            GarminLoginOutcomes.EmailNeeded, "email is needed: Garmin's profile does not name one. Send it along with a new ticket, or with the tokens again."),
        LinkingOutcome.BeingErased erased => Answer(GarminLoginOutcomes.BeingErased, UserErasures.Words(erased.UserId)),
        LinkingOutcome.NotReadable unreadable => Answer(GarminLoginOutcomes.WrongCredentials, unreadable.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GarminLoginAnswered AnswerTo(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.WrongCredentials => Answer(GarminLoginOutcomes.WrongCredentials, "Garmin does not know this user name with this password."),
        SignInOutcome.TicketRefused refused => Answer(GarminLoginOutcomes.WrongCredentials, $"Garmin refused this: {refused.Reason}. Get a new one and try again."),
        SignInOutcome.CaptchaRequired => Answer(GarminLoginOutcomes.CaptchaRequired, "Garmin asks for a CAPTCHA, which only a browser can answer."),
        SignInOutcome.AccountLocked => Answer(GarminLoginOutcomes.AccountLocked, "Garmin has locked the account. Unlock it on Garmin's site, then try again."),
        SignInOutcome.RateLimited limited => new()
        {
            Outcome = GarminLoginOutcomes.RateLimited,
            RetryAt = limited.Until,
            Detail = $"Garmin limits logins of this account. None is sent before {limited.Until:u}, because each one makes the wait longer.",
        },
        SignInOutcome.Blocked => Answer(GarminLoginOutcomes.Blocked, "Garmin's bot protection refused the login."),
        SignInOutcome.Unreachable unreachable => Answer(
            GarminLoginOutcomes.GarminUnreachable, $"Garmin Connect could not be reached ({unreachable.Reason}). Nothing was stored; try again later."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GarminLoginAnswered CodeWanted(LinkingOutcome.CodeWanted wanted) => new()
    {
        Outcome = GarminLoginOutcomes.MfaRequired,
        LoginId = wanted.Login.LoginId,
        MfaMethod = wanted.Mfa.Method,
        ExpiresAt = wanted.Login.ExpiresAt,
        Detail = $"Garmin wants a code{(wanted.Mfa.SentTo is { Length: > 0 } place ? $", sent to {place}" : "")}. Send it with the login_id to POST /api/garmin/login/mfa.",
    };

    private static GarminLoginAnswered Answer(string outcome, string detail) => new() { Outcome = outcome, Detail = detail };

    [LoggerMessage(2001, LogLevel.Information, "Garmin login ended as {Outcome}, user {UserId}")]
    private partial void LogOutcome(string outcome, string? userId);

    [LoggerMessage(2002, LogLevel.Warning, "Garmin's bot protection refused a login: {Reason}")]
    private partial void LogBlocked(string reason);
}
