using MassTransit;

namespace GarminSync.Gateway.Messaging;

internal static class BusConnection
{
    // Long enough for a process that has just started, or a broker that has restarted, to connect.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>True when messages can be sent and answers received, even if one of several endpoints is not ready yet.</summary>
    public static bool IsConnected(this IBusControl bus) => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    /// <summary>The same, but waits a moment for a connection that is being made.</summary>
    public static async Task<bool> IsConnectedSoonAsync(this IBusControl bus)
    {
        if (!bus.IsConnected())
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, Patience);
        }

        return bus.IsConnected();
    }
}
