using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Web.Api;

/// <summary>Where this process itself listens.</summary>
internal sealed class OwnAddress(IServer server)
{
    private Uri? _url;

    /// <summary>An address at which this process reaches itself. To be asked only once the server listens.</summary>
    public Uri Url => _url ??= Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    private static Uri Reachable(ICollection<string> addresses)
    {
        var bindings = addresses.Select(BindingAddress.Parse).Where(binding => !binding.IsUnixPipe && !binding.IsNamedPipe).ToList();
        var binding = bindings.Find(one => one.Scheme == Uri.UriSchemeHttp) ?? bindings.FirstOrDefault()
            ?? throw new InvalidOperationException("The page reaches the API over TCP, and this server does not listen there.");
        return new UriBuilder(binding.Scheme, HostOf(binding.Host), binding.Port).Uri;
    }

    // 0.0.0.0, [::], * and + mean every address of the machine, and one of them is localhost: a name that is among the AllowedHosts wherever there are some.
    private static string HostOf(string host) =>
        IPAddress.TryParse(host, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) ? host : "localhost";
}
