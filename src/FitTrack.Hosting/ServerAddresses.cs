using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FitTrack.Hosting;

/// <summary>Looks at the addresses to listen on before the server does, which tells of a bad one by a stack trace.</summary>
internal static class ServerAddresses
{
    /// <exception cref="StartRefusedException">One is no address.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var address in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
            {
                throw new StartRefusedException($"'{address}' is no address to listen on. Write one such as --urls=http://localhost:8005, or ASPNETCORE_URLS=http://localhost:8005 in the environment.");
            }
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Scheme: "http" or "https" } parsed && (parsed.IsUnixPipe || parsed.IsNamedPipe || parsed.Port is >= 0 and <= ushort.MaxValue);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
