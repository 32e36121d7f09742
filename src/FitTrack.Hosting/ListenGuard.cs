using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FitTrack.Hosting;

/// <summary>Keeps a server that has no authentication configured off the network.</summary>
public static class ListenGuard
{
    /// <summary>
    /// Refuses to start, before anything listens, when <paramref name="isProtected"/> says no and an address is not loopback. The addresses are
    /// those of <c>--urls</c>, <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c> (which container images set), <c>Kestrel:Endpoints</c> and <c>app.Urls</c>.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="isProtected">Whether callers have to show who they are; asked at start, when the options are known.</param>
    /// <param name="explanation">What to do about it, ending the message: which setting protects the server, how to listen on loopback.</param>
    public static WebApplicationBuilder AddListenGuard(this WebApplicationBuilder builder, Func<IServiceProvider, bool> isProtected, string explanation)
    {
        builder.Services.AddSingleton<IStartupFilter>(services => new ListenGuardFilter(services, isProtected, explanation));
        return builder;
    }

    /// <summary>Whether only this machine can reach an address as Kestrel takes it: loopback IP, <c>localhost</c>, or a Unix socket. A wildcard or any other host name is not.</summary>
    public static bool IsLoopback(string address)
    {
        var binding = BindingAddress.Parse(address);
        return binding.IsUnixPipe
            || binding.IsNamedPipe
            || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
