using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GarminSync.WebTests.Browsing;

/// <summary>Notes the HTTP calls that a server makes.</summary>
internal sealed class RecordedCalls : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentQueue<string> _all = [];

    /// <summary>Paths with queries of the calls since the last time that contain a text, in their order.</summary>
    public IReadOnlyList<string> With(string text) => [.. _all.Where(call => call.Contains(text, StringComparison.Ordinal))];

    public void Clear() => _all.Clear();

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Add(new Note(_all));
    };

    private sealed class Note(ConcurrentQueue<string> all) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            all.Enqueue(request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
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
