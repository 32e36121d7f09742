using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitTrack.Hosting;

/// <summary>The check of <see cref="ListenGuard"/>. A startup filter runs when the host knows its addresses and has not bound them yet.</summary>
internal sealed class ListenGuardFilter(IServiceProvider services, Func<IServiceProvider, bool> isProtected, string explanation) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        if (!isProtected(services) && Addresses().FirstOrDefault(address => !ListenGuard.IsLoopback(address)) is { } open)
        {
            throw new StartRefusedException($"Will not listen on {open}: other machines could reach it, and no authentication is configured. {explanation}");
        }

        return next;
    }

    private IEnumerable<string> Addresses()
    {
        var hosted = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var endpoints = services.GetRequiredService<IConfiguration>().GetSection("Kestrel:Endpoints").GetChildren();
        return hosted.Concat(endpoints.Select(endpoint => endpoint["Url"]).OfType<string>());
    }
}
