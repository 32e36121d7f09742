using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GarminConnect.Client;

/// <summary>Garmin's token server: gives tokens for tickets, and new tokens for old ones. It never repeats a call, because tickets and refresh tokens work once.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 3.</remarks>
public sealed class GarminTokenClient
{
    // A constant of the protocol, also for garmin.cn; not an address.
    private const string TicketGrant = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

    private static readonly TimeSpan ExchangePause = TimeSpan.FromHours(1);
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(30);

    private readonly HttpClient _http;
    private readonly GarminAddresses _addresses;
    private readonly TimeProvider _clock;

    internal GarminTokenClient(HttpClient http, GarminAddresses addresses, TimeProvider clock)
    {
        _http = http;
        _addresses = addresses;
        _clock = clock;
    }

    /// <summary>A session that renews its tokens by itself. For accounts whose tokens no other process renews; else see <see cref="RenewTokens"/>.</summary>
    /// <param name="accountKey">Any text that is the account's alone, such as its e-mail address. Requests of sessions with the same key wait for each other.</param>
    /// <param name="tokens">The account's tokens.</param>
    /// <param name="save">
    /// Called with new tokens before they are used. It must store them in place of the old ones, which no longer work. What it throws comes out of the data call.
    /// </param>
    public GarminSession OpenSession(string accountKey, GarminTokens tokens, Func<GarminTokens, CancellationToken, Task> save) =>
        new(accountKey, tokens, new SelfRenewal(this, tokens, save).RenewAsync);

    /// <summary>Asks for new tokens. What Garmin answers is an outcome, never an exception.</summary>
    /// <param name="tokens">The tokens to renew. Two refreshes of the same tokens at the same time lose the account's access: the caller keeps them apart.</param>
    /// <param name="cancellationToken">Gives up. The refresh token may be used up all the same.</param>
    public async Task<RefreshOutcome> RefreshAsync(GarminTokens tokens, CancellationToken cancellationToken = default)
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
            var now = _clock.GetUtcNow();
            return response.StatusCode switch
            {
                HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized when await IsInvalidGrantAsync(response, cancellationToken) => new RefreshOutcome.SignInNeeded(),
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

    /// <summary>Offers the ticket with each client id in turn until one is accepted. What says nothing about the client id, such as a 429 or an outage, ends it at once.</summary>
    internal async Task<TicketOutcome> ExchangeAsync(string ticket, string serviceUrl, CancellationToken cancellationToken)
    {
        TicketOutcome outcome = new TicketOutcome.Refused("there is no client id to offer it with");
        try
        {
            foreach (var clientId in _addresses.ClientIds)
            {
                outcome = await ExchangeAsync(ticket, serviceUrl, clientId, cancellationToken);
                if (outcome is not TicketOutcome.Refused)
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
            HttpStatusCode.TooManyRequests => new TicketOutcome.RateLimited(RetryAfter.Until(response, _clock.GetUtcNow(), ExchangePause)),
            HttpStatusCode.OK when await ReadTokensAsync(response, clientId, null, cancellationToken) is { } tokens => new TicketOutcome.Exchanged(tokens),
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when await GarminsWord.IsAsync(response, cancellationToken) =>
                new TicketOutcome.Refused($"the token server refused it (HTTP {(int)response.StatusCode})"),
            >= HttpStatusCode.InternalServerError => new TicketOutcome.Unreachable($"the token server failed (HTTP {(int)response.StatusCode})"),
            _ => new TicketOutcome.Unreachable($"the token server's answer has no tokens (HTTP {(int)response.StatusCode})"),
        };
    }

    private async Task<HttpResponseMessage> PostAsync(
        Dictionary<string, string> form, string clientId, string accept, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "di-oauth2-service/oauth/token") { Content = new FormUrlEncodedContent(form) };
        Endpoints.Name(request, Endpoints.Of("di-oauth2-service/oauth/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(clientId + ":")));
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await _http.SendAsync(request, cancellationToken);
    }

    private async Task<GarminTokens?> ReadTokensAsync(
        HttpResponseMessage response, string clientId, string? previousRefreshToken, CancellationToken cancellationToken)
    {
        using var answer = await LenientJson.ReadAsync(response.Content, cancellationToken);
        return answer is null ? null : TokenAnswer.Read(answer.RootElement, clientId, previousRefreshToken, _clock.GetUtcNow());
    }

    // RFC 6749, section 5.2: the only error that says that the token itself is used, expired or revoked.
    private static async Task<bool> IsInvalidGrantAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var answer = await LenientJson.ReadAsync(response.Content, cancellationToken);
        return answer is not null && LenientJson.Text(answer.RootElement, "error") == "invalid_grant";
    }

    private static bool IsTemporary(Exception exception, CancellationToken cancellationToken) =>
        TransportFailure.Is(exception) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Describe(Exception exception) =>
        exception is OperationCanceledException ? "the token server did not answer in time" : TransportFailure.Describe(exception);
}
