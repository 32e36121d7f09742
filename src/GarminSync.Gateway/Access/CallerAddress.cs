using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>The address of the caller behind the proxies that are trusted; without any, that of the connection.</summary>
internal static class CallerAddress
{
    public static void AddCallerAddress(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxies) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;

            // However many proxies there are in a row: the first address that is not trusted is the caller's.
            headers.ForwardLimit = null;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in proxies.Value.Trusted)
            {
                headers.KnownIPNetworks.Add(IPAddress.TryParse(proxy, out var address)
                    ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
                    : System.Net.IPNetwork.Parse(proxy));
            }
        });
    }

    public static void UseCallerAddress(this WebApplication app)
    {
        // With an empty list of proxies the middleware would trust everybody.
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
