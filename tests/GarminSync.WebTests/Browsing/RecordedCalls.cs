using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GarminSync.WebTests.Browsing;

/// <summary>Notes the HTTP calls that a server makes, and has some of them fail.</summary>
internal sealed class RecordedCalls : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentQueue<string> _all = [];
    private readonly ConcurrentQueue<string> _refused = [];

    /// <summary>Paths with queries of the calls since the last time that contain a text, in their order.</summary>
    public IReadOnlyList<string> With(string text) => [.. _all.Where(call => call.Contains(text, StringComparison.Ordinal))];

    public void Clear() => _all.Clear();

    /// <summary>From now on calls whose path contains the text are answered with a 503.</summary>
    public void Refuse(string text) => _refused.Enqueue(text);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Add(new Note(_all, _refused));
    };

    private sealed class Note(ConcurrentQueue<string> all, ConcurrentQueue<string> refused) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            all.Enqueue(request.RequestUri!.PathAndQuery);
            return refused.Any(text => request.RequestUri.PathAndQuery.Contains(text, StringComparison.Ordinal))
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"detail": "It is being mended."}""") })
                : base.SendAsync(request, cancellationToken);
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
