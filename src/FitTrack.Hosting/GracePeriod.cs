using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitTrack.Hosting;

/// <summary>How a process uses the time between SIGTERM and SIGKILL. Container engines are told to allow 30 seconds, five more than it needs.</summary>
public static class GracePeriod
{
    /// <summary>After this, what is still being handled is cancelled and handed back.</summary>
    public static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(15);

    /// <summary>After this, the bus is no longer waited for.</summary>
    public static readonly TimeSpan ToLeaveTheBus = TimeSpan.FromSeconds(22);

    /// <summary>After this, the process ends, whatever is left.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(25);

    /// <summary>Bounds the time that the host takes to stop.</summary>
    public static IServiceCollection AddGracePeriod(this IServiceCollection services) =>
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Whole);
}
