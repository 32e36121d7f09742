using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CentralDb.Client;

/// <summary>Repeats a call that failed in passing, within the time that all its tries may take together. Safe for writes: they carry an idempotency key.</summary>
internal static class CentralDbResilience
{
    private const string PipelineName = "retry";

    public static void AddCentralDbResilience(this IHttpClientBuilder client) =>
        client.AddResilienceHandler(PipelineName, static (pipeline, context) =>
            Configure(pipeline, context.ServiceProvider.GetRequiredService<IOptions<CentralDbOptions>>().Value));

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, CentralDbOptions options) => pipeline
        .AddTimeout(new HttpTimeoutStrategyOptions { TimeoutGenerator = timeout => ValueTask.FromResult(TimeLimit(timeout.Context, options)) })
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            // A wait as long as a server asks for is longer than a call may take. The caller waits instead.
            ShouldRetryAfterHeader = false,
        });

    private static TimeSpan TimeLimit(ResilienceContext context, CentralDbOptions options) =>
        context.GetRequestMessage()?.Content is MultipartFormDataContent ? options.UploadTimeout : options.RequestTimeout;
}
