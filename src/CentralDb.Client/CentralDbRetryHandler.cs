using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace CentralDb.Client;

/// <summary>Repeats a call that met a hiccup, within the time that it may take in all. Safe for writes: they carry an idempotency key.</summary>
internal sealed class CentralDbRetryHandler(IOptions<CentralDbOptions> options, TimeProvider clock) : DelegatingHandler
{
    private const long LargestAnswer = 16 * 1024 * 1024;

    private readonly ResiliencePipeline<HttpResponseMessage> _retry = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Value.RetryDelay,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => CentralDbCall.IsTemporary(response.StatusCode)),
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var limit = request.Content is MultipartFormDataContent ? options.Value.UploadTimeout : options.Value.RequestTimeout;
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await _retry.ExecuteAsync(async token => await SendOnceAsync(request, token), either.Token);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No answer in time.", exception);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // The time limit ends here, so the whole answer has to be here too.
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        return response;
    }
}
