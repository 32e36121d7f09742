using System.Data.Common;
using MassTransit;

namespace GarminSync.Consumers.State;

/// <summary>What to do while the database is away.</summary>
internal static class StateStoreOutage
{
    private static readonly TimeSpan[] Waits = [.. Enumerable.Range(0, 150).Select(attempt => TimeSpan.FromSeconds(Math.Min(0.25 * (attempt + 1), 4)))];

    /// <summary>
    /// Keeps a message for up to about ten minutes until the database is back, because nothing is wrong with the message: in the error queue it
    /// would be lost to its job. Nothing else could be done with it meanwhile.
    /// </summary>
    public static void WaitOutStateStoreOutages(this IReceiveEndpointConfigurator endpoint) => endpoint.UseMessageRetry(retry =>
    {
        retry.Handle<Exception>(IsOutage);
        retry.Intervals(Waits);
    });

    // EF Core wraps what the driver says.
    private static bool IsOutage(Exception? exception) =>
        exception is DbException { IsTransient: true } || (exception?.InnerException is { } inner && IsOutage(inner));
}
