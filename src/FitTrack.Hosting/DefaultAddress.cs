using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace FitTrack.Hosting;

/// <summary>Where a server listens when nobody says so.</summary>
public static class DefaultAddress
{
    /// <summary>
    /// Has the server listen at <c>localhost</c>, unless <c>--urls</c>, <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c> (which container images set) or
    /// <c>Kestrel:Endpoints</c> say where. Without it, ASP.NET Core would take port 5000 for each of them.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="port">The port.</param>
    /// <param name="ports">How many ports from <paramref name="port"/> on it may take: the first that is free. For a server that is started several times on a machine.</param>
    public static WebApplicationBuilder AddDefaultAddress(this WebApplicationBuilder builder, int port, int ports = 1)
    {
        if (!IsToldWhereToListen(builder.Configuration))
        {
            // When none is free, the start fails with a line that names the first.
            var free = Enumerable.Range(port, ports).FirstOrDefault(IsFree, port);
            builder.WebHost.UseUrls($"http://localhost:{free}");
        }

        return builder;
    }

    private static bool IsToldWhereToListen(ConfigurationManager configuration) =>
        Array.Exists(["urls", "http_ports", "https_ports"], key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static bool IsFree(int port) => IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port));

    private static bool IsFree(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException failure)
        {
            // A machine may have IPv6 and no address of it.
            return failure.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
