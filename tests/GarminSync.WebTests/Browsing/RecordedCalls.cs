using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GarminSync.WebTests.Browsing;

/// <summary>Notes the HTTP calls that a server makes, and has some of them fail or wait.</summary>
internal sealed class RecordedCalls : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentQueue<string> _all = [];
    private readonly ConcurrentQueue<string> _refused = [];
    private readonly ConcurrentQueue<Gate> _gates = [];

    /// <summary>Paths with queries of the calls since the last time that contain a text, in their order.</summary>
    public IReadOnlyList<string> With(string text) => [.. _all.Where(call => call.Contains(text, StringComparison.Ordinal))];

    public void Clear() => _all.Clear();

    /// <summary>From now on calls whose path contains the text are answered with a 503.</summary>
    public void Refuse(string text) => _refused.Enqueue(text);

    /// <summary>From now on calls whose path contains the text wait, until the test completes what is returned.</summary>
    public TaskCompletionSource Hold(string text)
    {
        var gate = new Gate(text, int.MaxValue);
        _gates.Enqueue(gate);
        return gate.Open;
    }

    /// <summary>From now on calls whose path contains the text wait until so many of them are there.</summary>
    public void Together(string text, int count) => _gates.Enqueue(new Gate(text, count));

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Add(new Note(this));
    };

    private sealed class Gate(string text, int count)
    {
        private int _waiting;

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task PassAsync(string call, CancellationToken cancellationToken)
        {
            if (!call.Contains(text, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            if (Interlocked.Increment(ref _waiting) >= count)
            {
                Open.TrySetResult();
            }

            return Open.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class Note(RecordedCalls calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var call = request.RequestUri!.PathAndQuery;
            calls._all.Enqueue(call);
            foreach (var gate in calls._gates)
            {
                await gate.PassAsync(call, cancellationToken);
            }

            return calls._refused.Any(text => call.Contains(text, StringComparison.Ordinal))
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"detail": "It is being mended."}""") }
                : await base.SendAsync(request, cancellationToken);
        }
    }
}

internal static class Recording
{
    public static WebApplicationBuilder RecordedBy(this WebApplicationBuilder builder, RecordedCalls calls)
    {
        builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(calls);
        return builder;
    }
}
