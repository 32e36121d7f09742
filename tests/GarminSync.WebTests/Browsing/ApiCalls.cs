using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace GarminSync.WebTests.Browsing;

/// <summary>The calls of the API, in their order.</summary>
internal sealed class ApiCalls : IStartupFilter
{
    private readonly ConcurrentQueue<string> _calls = [];

    /// <summary>Path and query of each; without streams of events, which stay open.</summary>
    public IReadOnlyList<string> All => [.. _calls];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, goOn) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal))
            {
                _calls.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
            }

            return goOn(context);
        });
        next(app);
    };
}
