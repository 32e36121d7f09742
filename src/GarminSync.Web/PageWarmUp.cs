using GarminSync.Web.Api;
using GarminSync.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GarminSync.Web;

/// <summary>Asks for the page once the server listens, so that the first person who opens it does not wait until its code is compiled: most of a second.</summary>
public static partial class PageWarmUp
{
    // The last is what everybody gets who has to sign in first.
    private static readonly string[] Paths = ["", "health", "activities", SessionEndpoints.SignInPath];

    /// <summary>Warms up the page of a server after its start, while it already serves others.</summary>
    /// <param name="app">The server, before it starts.</param>
    /// <returns>The same server.</returns>
    public static WebApplication WithWarmPage(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => _ = app.WarmPageAsync(app.Lifetime.ApplicationStopping));
        return app;
    }

    /// <summary>Asks for the pages. What goes wrong is logged: without this the page is only slower at first.</summary>
    /// <param name="app">The server; it listens.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task WarmPageAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PageWarmUp));
        try
        {
            using var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(GarminApi.ClientName);
            client.BaseAddress = app.Services.GetRequiredService<OwnAddress>().Url;
            foreach (var path in Paths)
            {
                using var page = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
#pragma warning disable CA1031 // nobody waits for it, and the page works without it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogColdPage(logger, exception.Message);
        }
    }

    [LoggerMessage(1901, LogLevel.Debug, "The page was not warmed up: {Reason}")]
    private static partial void LogColdPage(ILogger logger, string reason);
}
