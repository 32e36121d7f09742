using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace GarminConnect.Client;

/// <summary>
/// Sends the requests of a session: waits for the account's turn, counts, ends a request that takes too long, and tries a repeatable one up to three times.
/// It never answers a 429 with another request.
/// </summary>
internal sealed class GarminCallHandler(GarminPoliteness politeness, IOptions<GarminOptions> options, TimeProvider clock) : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<GarminSession> Session = new("garmin-session");
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("garmin-repeatable");

    private readonly ResiliencePipeline<HttpResponseMessage> _retry = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Value.RetryDelay,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .Handle<TimeoutException>()
                .HandleResult(response => response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError),
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var session = request.Options.TryGetValue(Session, out var given) ? given : throw new InvalidOperationException("The request belongs to no session.");
        return request.Options.TryGetValue(Repeatable, out var repeatable) && repeatable
            ? await _retry.ExecuteAsync(async token => await SendOnceAsync(session, request, token), cancellationToken)
            : await SendOnceAsync(session, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(GarminSession session, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await politeness.WaitForTurnAsync(session, cancellationToken);
        session.CountRequest();

        using var deadline = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No answer in time.", exception);
        }
    }
}
