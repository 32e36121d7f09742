using MassTransit;

namespace GarminSync.Gateway.Messaging;

internal static class BusConnection
{
    // A process that starts, or a broker that restarts, connects within this time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>True when messages can be sent and answers received. One endpoint of several that is not ready does not count.</summary>
    public static bool IsConnected(this IBusControl bus) => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    /// <summary>The same, after waiting a moment for a connection that is being made.</summary>
    public static async Task<bool> IsConnectedSoonAsync(this IBusControl bus)
    {
        if (!bus.IsConnected())
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, Patience);
        }

        return bus.IsConnected();
    }
}
