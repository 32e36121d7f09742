using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Web.Api;

/// <summary>
/// Tells the API for whom the page calls. Without it all people who look at the page would share the loopback address, and one of them could use up the logins
/// of all. The key is made anew in each process, so nobody else can send the header.
/// </summary>
internal sealed class PageKey
{
    private const string Header = "X-GarminSync-Page";

    private readonly string _key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <param name="address">The person's address; null when it is not known.</param>
    public void Sign(HttpRequestMessage request, string? address)
    {
        if (address is not null)
        {
            request.Headers.Add(Header, $"{_key} {address}");
        }
    }

    /// <summary>The address that a call of the page is made for; null for any other call.</summary>
    public IPAddress? AddressOf(HttpRequest request) =>
        request.Headers[Header].ToString().Split(' ') is [var key, var address]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(_key))
        && IPAddress.TryParse(address, out var ip)
            ? ip
            : null;
}
