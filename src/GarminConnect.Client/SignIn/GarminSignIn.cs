using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>
/// Signs in to Garmin Connect: each form of login once, in their order, until one gives an answer that is about the account and not about the form.
/// None is repeated, because Garmin counts tries per account and each one during a block prolongs it.
/// </summary>
internal sealed class GarminSignIn(HttpClient http, SignInForms forms, ServiceTickets tickets, IOptions<GarminOptions> options, TimeProvider clock)
{
    /// <summary>Signs in with a password; what Garmin answers is an outcome, never an exception.</summary>
    public async Task<SignInOutcome> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.LoginTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        SignInOutcome? soFar = null;
        foreach (var form in forms.InOrder)
        {
            var session = new SsoSession(http);
            var outcome = await RunAsync(() => form.SignInAsync(session, userName, password, either.Token), form.Service, either.Token, cancellationToken);
            if (Ends(outcome, soFar))
            {
                return soFar is SignInOutcome.RateLimited && outcome is not (SignInOutcome.SignedIn or SignInOutcome.MfaRequired) ? soFar : outcome;
            }

            soFar = MoreTelling(soFar, outcome);
            if (limit.IsCancellationRequested)
            {
                break;
            }
        }

        return soFar ?? throw new System.Diagnostics.UnreachableException("There is always a form to try.");
    }

    /// <summary>Goes on with a sign-in that waits for a code, in the form in which it was begun.</summary>
    public Task<SignInOutcome> SubmitCodeAsync(PendingMfa pending, string code, CancellationToken cancellationToken)
    {
        var session = new SsoSession(http, pending.Cookies);
        return RunAsync(
            () => forms.Of(pending.Form).SubmitCodeAsync(session, pending, code, cancellationToken), pending.ServiceUrl, cancellationToken, cancellationToken);
    }

    /// <param name="limited">Ends with the time that the whole login may take.</param>
    /// <param name="cancellationToken">Ends with the process.</param>
    private async Task<SignInOutcome> RunAsync(
        Func<Task<SignInAnswer>> run, string service, CancellationToken limited, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await run();
            return answer.Outcome ?? await tickets.RedeemAsync(answer.Ticket!, service, limited) switch
            {
                // Nothing that the person gave was wrong.
                SignInOutcome.TicketRefused refused => new SignInOutcome.Blocked($"Garmin accepted the sign-in, but not the ticket that it gave: {refused.Reason}"),
                var outcome => outcome,
            };
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            return new SignInOutcome.Unreachable(TransportFailure.Describe(exception));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SignInOutcome.Unreachable("its sign-in server did not answer in time");
        }
        catch (RegexMatchTimeoutException)
        {
            return new SignInOutcome.Blocked("its sign-in server answered with a page that cannot be read");
        }
    }

    /// <summary>What is about the account ends the sign-in; what is about the form leads to the next one.</summary>
    private bool Ends(SignInOutcome outcome, SignInOutcome? soFar) => outcome switch
    {
        // After a rate limit one form of another limit may be tried, and no more.
        _ when soFar is SignInOutcome.RateLimited => true,
        SignInOutcome.RateLimited => !options.Value.TryAnotherFormWhenLimited,
        SignInOutcome.CaptchaRequired or SignInOutcome.Blocked or SignInOutcome.Unreachable => false,
        _ => true,
    };

    /// <summary>Of two forms that led nowhere, what a person should hear about: a limit, then a CAPTCHA, then the bot protection.</summary>
    private static SignInOutcome MoreTelling(SignInOutcome? before, SignInOutcome after)
    {
        return before is null || Rank(after) > Rank(before) ? after : before;

        static int Rank(SignInOutcome outcome) => outcome switch
        {
            SignInOutcome.RateLimited => 3,
            SignInOutcome.CaptchaRequired => 2,
            SignInOutcome.Unreachable => 0,
            _ => 1,
        };
    }
}
