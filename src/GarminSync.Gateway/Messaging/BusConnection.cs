using MassTransit;

namespace GarminSync.Gateway.Messaging;

internal static class BusConnection
{
    /// <summary>True when messages can be sent and answers received. One endpoint of several that is not ready does not count.</summary>
    public static bool IsConnected(this IBusControl bus) => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;
}
