using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>Where the gateway listens, and who may call it there.</summary>
internal static class AccessRegistration
{
    private const string DefaultUrl = "http://localhost:8000";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AuthOptions>, AuthOptionsValidator>();

        builder.AddListenGuard(
            services => services.GetRequiredService<IOptions<AuthOptions>>().Value.Mode != AuthMode.None,
            "Listen on this machine only (ASPNETCORE_URLS=http://localhost:8000); "
            + "or put a proxy that authenticates in front of the gateway, and say so with Gateway__Auth__Mode=External.");

        if (!IsToldWhereToListen(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    private static bool IsToldWhereToListen(ConfigurationManager configuration) =>
        Array.Exists(["urls", "http_ports", "https_ports"], key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
