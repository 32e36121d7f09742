using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GarminSync.Consumers.GarminConnect;

/// <summary>
/// Signs in to Garmin Connect: one request in the mobile form, never repeated, because Garmin counts tries per account and each one during a block prolongs it.
/// </summary>
internal sealed class GarminSignIn(
    HttpClient http, GarminTokenClient tokenClient, GarminConnectClient data, GarminAddresses addresses, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <summary>Signs in with a password; what Garmin answers is an outcome, never an exception.</summary>
    public async Task<SignInOutcome> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await PostAsync(userName, password, cancellationToken);
            var answer = await MobileAnswer.ReadAsync(response, (method, sentTo) => Pending(response, method, sentTo), clock.GetUtcNow(), cancellationToken);
            return answer.Outcome ?? await RedeemTicketAsync(answer.Ticket!, addresses.MobileService, cancellationToken);
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            return new SignInOutcome.Unreachable(TransportFailure.Describe(exception));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SignInOutcome.Unreachable("its sign-in server did not answer in time");
        }
    }

    /// <summary>Exchanges a service ticket, of a sign-in here or of a browser, and tries the tokens on the profile.</summary>
    public async Task<SignInOutcome> RedeemTicketAsync(string ticket, string serviceUrl, CancellationToken cancellationToken) =>
        await tokenClient.ExchangeAsync(ticket, serviceUrl, cancellationToken) switch
        {
            TicketOutcome.Exchanged exchanged => await TryTokensAsync(exchanged.Tokens, cancellationToken),
            TicketOutcome.RateLimited limited => new SignInOutcome.RateLimited(limited.Until),
            TicketOutcome.Refused refused => new SignInOutcome.TicketRefused(refused.Reason),
            TicketOutcome.Unreachable unreachable => new SignInOutcome.Unreachable(unreachable.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<SignInOutcome> TryTokensAsync(GarminTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            return new SignInOutcome.SignedIn(tokens, await data.GetProfileAsync(GarminSession.WithoutRenewal(tokens), cancellationToken));
        }
        catch (Exception exception) when (exception is GarminSignInNeededException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
        {
            return new SignInOutcome.Blocked("Garmin issued tokens and then did not accept them");
        }
        catch (Exception exception)
            when (exception is GarminRateLimitedException or GarminRejectedException or GarminNotFoundException or GarminUnreachableException)
        {
            // Says nothing about the tokens, which cost a sign-in: keep them.
            return new SignInOutcome.SignedIn(tokens, null);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var path = $"mobile/api/login?clientId={GarminAddresses.MobileClientId}&locale=en-US&service={Uri.EscapeDataString(addresses.MobileService)}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { username = userName, password, rememberMe = true, captchaToken = "" });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = s_json;
        return await http.SendAsync(request, cancellationToken);
    }

    private PendingMfa Pending(HttpResponseMessage response, string method, string? sentTo) => new(
        GarminAddresses.MobileClientId, addresses.MobileService, method, sentTo, SignInCookie.Of(response, addresses.Sso), clock.GetUtcNow());
}
