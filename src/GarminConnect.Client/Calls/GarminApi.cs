using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>Asks Garmin's data server in the name of a session, and turns what goes wrong into a <see cref="GarminException"/> that says what to do next.</summary>
internal sealed class GarminApi(HttpClient http, GarminPoliteness politeness, IOptions<GarminOptions> options, TimeProvider clock)
{
    private const int TriesAndPauses = 4;
    private const long LargestJson = 64 * 1024 * 1024;
    private const long LargestRefusal = 64 * 1024;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    // Used when Garmin does not say how long; the exception says that it is a guess.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>The answer as JSON; null when Garmin has no data.</summary>
    public async Task<JsonDocument?> GetJsonAsync(GarminSession session, GarminCall call, CancellationToken cancellationToken) =>
        await GetAsync(session, call, options.Value.RequestTimeout * TriesAndPauses, async (response, token) =>
        {
            if (response.StatusCode == HttpStatusCode.NoContent)
            {
                return null;
            }

            await response.Content.LoadIntoBufferAsync(LargestJson, token);
            var answer = await LenientJson.ReadAsync(response.Content, token);
            return answer ?? throw new GarminUnreachableException(call.What, "its answer is not JSON");
        }, cancellationToken);

    /// <summary>Makes a call whose answer has nothing to read.</summary>
    public Task RunAsync(GarminSession session, GarminCall call, CancellationToken cancellationToken) =>
        GetAsync(session, call, options.Value.RequestTimeout * TriesAndPauses, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Hands the answer to <paramref name="read"/> as soon as its headers are there, so that the body can be read as a stream.</summary>
    /// <exception cref="GarminException">Each kind of it.</exception>
    public async Task<T> GetAsync<T>(
        GarminSession session,
        GarminCall call,
        TimeSpan timeout,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var inFlight = await politeness.EnterAsync(session.AccountKey, cancellationToken);
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await SendAsync(session, call, either.Token);
            await ThrowUnlessSuccessAsync(session, response, call, either.Token);
            var answer = await read(response, either.Token);
            session.CountAnswer();
            return answer;
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            throw new GarminUnreachableException(call.What, TransportFailure.Describe(exception), exception);
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && IsOver(deadline, cancellationToken)))
        {
            throw new GarminUnreachableException(call.What, "no answer in time", exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(GarminSession session, GarminCall call, CancellationToken cancellationToken)
    {
        var tokens = await session.CurrentTokensAsync(clock.GetUtcNow(), cancellationToken);
        var response = await SendAsync(session, call, tokens, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || session.HasRenewed(tokens))
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(session, call, await session.RenewAsync(tokens, cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(GarminSession session, GarminCall call, GarminTokens tokens, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Path);
        Endpoints.Name(request, call.Endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        if (call.JsonBody is { } json)
        {
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = JsonType } };
        }

        request.Options.Set(GarminCallHandler.Session, session);
        request.Options.Set(GarminCallHandler.Repeatable, call.Repeatable);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task ThrowUnlessSuccessAsync(GarminSession session, HttpResponseMessage response, GarminCall call, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var (what, status) = (call.What, (int)response.StatusCode);
        throw response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => RetryAfter.Find(response, clock.GetUtcNow()) is { } until
                ? new GarminRateLimitedException(until)
                : new GarminRateLimitedException(clock.GetUtcNow() + Pause, isGuess: true),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new GarminUnreachableException(what, $"its server failed (HTTP {status})"),
            // Only the token server can say that an account has to sign in: these tokens were renewed a moment ago.
            HttpStatusCode.Unauthorized => new GarminUnreachableException(what, "it refuses tokens that its token server has just given (HTTP 401)") { RefusesTokens = true },
            // A range longer than Garmin allows is refused with JSON or with a page.
            HttpStatusCode.BadRequest => new GarminRejectedException(what, response.StatusCode, await WhyRefusedAsync(response, call, cancellationToken)),
            _ when !await GarminsWord.IsAsync(response, cancellationToken) =>
                new GarminUnreachableException(what, $"something in front of its server answered with a page (HTTP {status})"),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => NotFound(session, what),
            _ => new GarminRejectedException(what, response.StatusCode, await WhyRefusedAsync(response, call, cancellationToken)),
        };
    }

    // That it does not have something is an answer like any other.
    private static GarminNotFoundException NotFound(GarminSession session, string what)
    {
        session.CountAnswer();
        return new GarminNotFoundException(what);
    }

    private static async Task<string?> WhyRefusedAsync(HttpResponseMessage response, GarminCall call, CancellationToken cancellationToken)
    {
        if (call.ReadRefusal is not { } read)
        {
            return null;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(LargestRefusal, cancellationToken);
            using var answer = await LenientJson.ReadAsync(response.Content, cancellationToken);
            return read(answer?.RootElement ?? default);
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            // The status alone says that it is refused.
            return null;
        }
    }

    private static bool IsOver(CancellationTokenSource deadline, CancellationToken cancellationToken) =>
        deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested;
}
