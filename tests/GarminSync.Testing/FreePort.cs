using System.Net;
using System.Net.Sockets;

namespace GarminSync.Testing;

/// <summary>Finds a TCP port for a server program that cannot be started on port 0.</summary>
public static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody listens on, below the range from which the system takes ports of outgoing connections.</summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }

        throw new InvalidOperationException("No free port between 20000 and 32000 on 127.0.0.1.");
    }
}
