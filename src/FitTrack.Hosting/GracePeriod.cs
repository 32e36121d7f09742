using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitTrack.Hosting;

/// <summary>How a process uses the time between SIGTERM and SIGKILL. Container engines are told to allow 30 seconds.</summary>
public static class GracePeriod
{
    /// <summary>After this, what is still being handled is cancelled and handed back.</summary>
    public static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(15);

    /// <summary>After this, the bus is no longer waited for.</summary>
    public static readonly TimeSpan ToLeaveTheBus = TimeSpan.FromSeconds(22);

    /// <summary>After this, whatever is left is told to give up.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(25);

    /// <summary>After this, the process ends, also when something does not give up: a bus whose broker came back a moment ago waits without end.</summary>
    public static readonly TimeSpan ToTheEnd = TimeSpan.FromSeconds(28);

    /// <summary>Bounds the time that the host takes to stop.</summary>
    public static IServiceCollection AddGracePeriod(this IServiceCollection services) =>
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Whole);
}
