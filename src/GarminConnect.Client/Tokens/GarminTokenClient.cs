using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GarminConnect.Client;

/// <summary>Garmin's token server: tickets into tokens, old tokens into new ones. Nothing here is ever repeated by itself: both work once.</summary>
internal sealed class GarminTokenClient(HttpClient http, GarminAddresses addresses, TimeProvider clock)
{
    // A constant of the protocol, also for garmin.cn; not an address.
    private const string TicketGrant = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

    private static readonly TimeSpan ExchangePause = TimeSpan.FromHours(1);
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(30);

    /// <summary>Offers the ticket with each client id in turn until one is accepted; a 429 ends it at once.</summary>
    public async Task<TicketOutcome> ExchangeAsync(string ticket, string serviceUrl, CancellationToken cancellationToken)
    {
        TicketOutcome outcome = new TicketOutcome.Refused("there is no client id to offer it with");
        try
        {
            foreach (var clientId in addresses.ClientIds)
            {
                outcome = await ExchangeAsync(ticket, serviceUrl, clientId, cancellationToken);
                if (outcome is TicketOutcome.Exchanged or TicketOutcome.RateLimited)
                {
                    break;
                }
            }

            return outcome;
        }
        catch (Exception exception) when (IsTemporary(exception, cancellationToken))
        {
            return new TicketOutcome.Unreachable(Describe(exception));
        }
    }

    /// <summary>Asks for new tokens. The caller sees to it that nobody else refreshes the same account at the same time.</summary>
    public async Task<RefreshOutcome> RefreshAsync(GarminTokens tokens, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = tokens.ClientId,
            ["refresh_token"] = tokens.RefreshToken,
        };

        try
        {
            using var response = await PostAsync(form, tokens.ClientId, "application/json", cancellationToken);
            var now = clock.GetUtcNow();
            return response.StatusCode switch
            {
                HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new RefreshOutcome.SignInNeeded(),
                HttpStatusCode.TooManyRequests => new RefreshOutcome.RateLimited(RetryAfter.Until(response, now, RefreshPause)),
                HttpStatusCode.OK when await ReadTokensAsync(response, tokens.ClientId, tokens.RefreshToken, cancellationToken) is { } renewed =>
                    new RefreshOutcome.Refreshed(renewed),
                _ => new RefreshOutcome.Unreachable($"the token server's answer has no tokens (HTTP {(int)response.StatusCode})"),
            };
        }
        catch (Exception exception) when (IsTemporary(exception, cancellationToken))
        {
            return new RefreshOutcome.Unreachable(Describe(exception));
        }
    }

    private async Task<TicketOutcome> ExchangeAsync(string ticket, string serviceUrl, string clientId, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["client_id"] = clientId,
            ["service_ticket"] = ticket,
            ["grant_type"] = TicketGrant,
            ["service_url"] = serviceUrl,
        };

        using var response = await PostAsync(form, clientId, "application/json,text/html;q=0.9,*/*;q=0.8", cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new TicketOutcome.RateLimited(RetryAfter.Until(response, clock.GetUtcNow(), ExchangePause)),
            HttpStatusCode.OK when await ReadTokensAsync(response, clientId, null, cancellationToken) is { } tokens => new TicketOutcome.Exchanged(tokens),
            >= HttpStatusCode.InternalServerError => new TicketOutcome.Unreachable($"the token server failed (HTTP {(int)response.StatusCode})"),
            _ => new TicketOutcome.Refused($"the token server refused it (HTTP {(int)response.StatusCode})"),
        };
    }

    private async Task<HttpResponseMessage> PostAsync(
        Dictionary<string, string> form, string clientId, string accept, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "di-oauth2-service/oauth/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(clientId + ":")));
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<GarminTokens?> ReadTokensAsync(
        HttpResponseMessage response, string clientId, string? previousRefreshToken, CancellationToken cancellationToken)
    {
        using var answer = await LenientJson.ReadAsync(response.Content, cancellationToken);
        return answer is null ? null : TokenAnswer.Read(answer.RootElement, clientId, previousRefreshToken, clock.GetUtcNow());
    }

    private static bool IsTemporary(Exception exception, CancellationToken cancellationToken) =>
        TransportFailure.Is(exception) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Describe(Exception exception) =>
        exception is OperationCanceledException ? "the token server did not answer in time" : TransportFailure.Describe(exception);
}
