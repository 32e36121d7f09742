using GarminSync.Web.Activities;
using GarminSync.Web.Api;
using GarminSync.Web.Health;
using GarminSync.Web.Layout;
using GarminSync.Web.Live;
using GarminSync.Web.People;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace GarminSync.Web;

/// <summary>What a server needs that hosts the page. The page calls the API of the same server, over HTTP.</summary>
public static class PageRegistration
{
    /// <summary>Adds the services of the page.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="signIn">Whether its API wants tokens; asked when the options are known.</param>
    public static WebApplicationBuilder AddPage(this WebApplicationBuilder builder, Func<IServiceProvider, bool> signIn)
    {
        builder.UseBuiltFiles();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()

            // The browser hands back what the page was rendered from; the days of a month and the track of an activity are more than the 32 KiB that are the default.
            .AddHubOptions(connection => connection.MaximumReceiveMessageSize = 512 * 1024);
        builder.Services.AddMudServices();

        // It protects what is open in browsers, which does not outlive this process anyway.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "garminsync-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true; // the server sends a stricter one
        });

        builder.Services.AddSingleton(services => new PageSettings(signIn(services)));
        builder.Services.AddSingleton<PageSessions>().AddSingleton<PageKey>().AddSingleton<OwnAddress>();
        builder.Services.AddScoped<Person>().AddScoped<GarminApi>().AddScoped<LiveNews>().AddScoped<ReaderTime>().AddScoped<HealthReader>();
        builder.Services.AddHttpClient(GarminApi.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                MaxConnectionsPerServer = int.MaxValue,

                // The connection goes from this process to itself; the certificate is for the name by which others call it.
#pragma warning disable CA5359 // see above
                SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
            });
        return builder;
    }

    /// <summary>Lets a call that the page makes count as one of the person who looks at it. Goes after whatever else finds out the caller's address.</summary>
    public static void UsePageCallers(this WebApplication app) => app.Use((context, next) =>
    {
        if (app.Services.GetRequiredService<PageKey>().AddressOf(context.Request) is { } address)
        {
            context.Connection.RemoteIpAddress = address;
        }

        return next(context);
    });

    /// <summary>Adds the page's middleware. Goes after authorization.</summary>
    public static void UsePage(this WebApplication app)
    {
        app.UseMiddleware<PageGate>();
        app.UseAntiforgery();
        app.Use(SessionEndpoints.RefuseStaleFormsAsync);
    }

    /// <summary>Maps the page.</summary>
    public static void MapPage(this WebApplication app)
    {
        var files = PageFiles.Endpoints(app.Environment.ApplicationName);
        if (files is not null)
        {
            app.MapStaticAssets(files).AllowAnonymous().WithMetadata(new PageEndpoint(isHtml: false));
        }

        app.MapSessions();
        app.MapFiles();
        var page = app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            server.ContentSecurityFrameAncestorsPolicy = null; // PageGate sends a whole policy
        });
        if (files is not null)
        {
            page.WithStaticAssets(files);
        }

        page.AllowAnonymous().Add(endpoint => endpoint.Metadata.Add(new PageEndpoint(isHtml: endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())));
    }
}
