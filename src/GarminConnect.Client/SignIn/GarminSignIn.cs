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
    public Task<SignInOutcome> SignInAsync(string userName, string password, CancellationToken cancellationToken = default) =>
        TryAsync(_forms.InOrder, userName, password, cancellationToken);

    /// <summary>
    /// Signs in with a password when no person is there who could help: as <see cref="SignInAsync"/>, but in the first form only. In a block each further password
    /// prolongs it.
    /// </summary>
    /// <param name="userName">The e-mail address of the account.</param>
    /// <param name="password">Its password. It is sent to Garmin once at most, and kept nowhere.</param>
    /// <param name="cancellationToken">Gives up. Garmin counts the try all the same.</param>
    public Task<SignInOutcome> SignInUnattendedAsync(string userName, string password, CancellationToken cancellationToken = default) =>
        TryAsync(_forms.InOrder.Take(1), userName, password, cancellationToken);

    /// <summary>Whether Garmin's sign-in server gives out its pages, or something in front of it blocks them. Sends no name and no password.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(_options.RequestTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await _forms.IsOpenAsync(new SsoSession(_http), either.Token);
        }
        catch (Exception exception) when (
            TransportFailure.Is(exception) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task<SignInOutcome> TryAsync(IEnumerable<ISignInForm> forms, string userName, string password, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.LoginTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        SignInOutcome? soFar = null;
        foreach (var form in forms)
        {
            var session = new SsoSession(_http);
            var (outcome, accepted) = await RunAsync(() => form.SignInAsync(session, userName, password, either.Token), form.Service, either.Token, cancellationToken);
            if (accepted || Ends(outcome, soFar))
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
    public async Task<SignInOutcome> SubmitCodeAsync(PendingMfa pending, string code, CancellationToken cancellationToken = default)
    {
        var session = new SsoSession(_http, pending.Cookies);
        var (outcome, _) = await RunAsync(
            () => _forms.Of(pending.Form).SubmitCodeAsync(session, pending, code, cancellationToken), pending.ServiceUrl, cancellationToken, cancellationToken);
        return outcome;
    }

    /// <param name="limited">Cancelled when the whole sign-in has taken too long.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>
    /// Accepted: Garmin took the password and gave a ticket. Whatever becomes of that, another form would only send the password again.
    /// </returns>
    private async Task<(SignInOutcome Outcome, bool Accepted)> RunAsync(
        Func<Task<SignInAnswer>> run, string service, CancellationToken limited, CancellationToken cancellationToken)
    {
        var accepted = false;
        try
        {
            var answer = await run();
            accepted = answer.Ticket is not null;
            return (answer.Outcome ?? await _tickets.RedeemAsync(answer.Ticket!, service, limited) switch
            {
                // Not TicketRefused: that is about a ticket that a person gave.
                SignInOutcome.TicketRefused refused => new SignInOutcome.Blocked($"Garmin accepted the sign-in, but not the ticket that it gave: {refused.Reason}"),
                var outcome => outcome,
            }, accepted);
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            return (new SignInOutcome.Unreachable(TransportFailure.Describe(exception)), accepted);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new SignInOutcome.Unreachable("its sign-in server did not answer in time"), accepted);
        }
        catch (RegexMatchTimeoutException)
        {
            return (new SignInOutcome.Blocked("its sign-in server answered with a page that cannot be read"), accepted);
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
