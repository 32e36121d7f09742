using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>
/// Signs in to Garmin Connect. It tries each form of sign-in once, one after the other, until an answer is about the account and not about the form.
/// It repeats none: Garmin counts tries per account, and each try during a block prolongs the block.
/// </summary>
/// <remarks>Source: docs/garmin-connect.md, section 2. Sign in rarely, and keep the tokens: they can be renewed for as long as they are in use.</remarks>
public sealed class GarminSignIn
{
    private readonly HttpClient _http;
    private readonly SignInForms _forms;
    private readonly ServiceTickets _tickets;
    private readonly GarminOptions _options;
    private readonly TimeProvider _clock;

    internal GarminSignIn(HttpClient http, SignInForms forms, ServiceTickets tickets, IOptions<GarminOptions> options, TimeProvider clock)
    {
        _http = http;
        _forms = forms;
        _tickets = tickets;
        _options = options.Value;
        _clock = clock;
    }

    /// <summary>
    /// Signs in with a password. What Garmin answers is an outcome, never an exception. Takes up to <see cref="GarminOptions.LoginTimeout"/>, pauses included.
    /// </summary>
    /// <param name="userName">The e-mail address of the account.</param>
    /// <param name="password">Its password. It is sent to Garmin and kept nowhere.</param>
    /// <param name="cancellationToken">Gives up. Garmin counts the try all the same.</param>
    public async Task<SignInOutcome> SignInAsync(string userName, string password, CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(_options.LoginTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        SignInOutcome? soFar = null;
        foreach (var form in _forms.InOrder)
        {
            var session = new SsoSession(_http);
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

    /// <summary>Goes on with a sign-in that waits for a code. What Garmin answers is an outcome, never an exception.</summary>
    /// <param name="pending">From <see cref="SignInOutcome.MfaRequired"/>, or the later one from <see cref="SignInOutcome.WrongCode"/>.</param>
    /// <param name="code">The code as the person typed it.</param>
    /// <param name="cancellationToken">Gives up. The code may be used up all the same.</param>
    public Task<SignInOutcome> SubmitCodeAsync(PendingMfa pending, string code, CancellationToken cancellationToken = default)
    {
        var session = new SsoSession(_http, pending.Cookies);
        return RunAsync(
            () => _forms.Of(pending.Form).SubmitCodeAsync(session, pending, code, cancellationToken), pending.ServiceUrl, cancellationToken, cancellationToken);
    }

    /// <param name="limited">Cancelled when the whole sign-in has taken too long.</param>
    /// <param name="cancellationToken">The caller's.</param>
    private async Task<SignInOutcome> RunAsync(
        Func<Task<SignInAnswer>> run, string service, CancellationToken limited, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await run();
            return answer.Outcome ?? await _tickets.RedeemAsync(answer.Ticket!, service, limited) switch
            {
                // Not TicketRefused: that is about a ticket that a person gave.
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

    /// <summary>Whether no further form is tried. An answer about the account ends the sign-in; one about the form leads to the next form.</summary>
    private bool Ends(SignInOutcome outcome, SignInOutcome? soFar) => outcome switch
    {
        // After a rate limit one more form may be tried, and only one.
        _ when soFar is SignInOutcome.RateLimited => true,
        SignInOutcome.RateLimited => !_options.TryAnotherFormWhenLimited,
        SignInOutcome.CaptchaRequired or SignInOutcome.Blocked or SignInOutcome.Unreachable => false,
        _ => true,
    };

    /// <summary>Of the outcomes of two forms that led nowhere, the one that tells a person more.</summary>
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
