using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GarminSync.Bus;

/// <summary>
/// The bus as a part of the process that ends. MassTransit's own hosted service waits without end, whatever it is told of time, for an endpoint whose broker came back a
/// moment ago, both when it is stopped and when it is disposed of. This one gives up, and is not disposed of. What was not acknowledged the broker hands out again.
/// </summary>
/// <param name="bus">MassTransit's hosted service.</param>
/// <param name="logger">Where giving up is told.</param>
/// <param name="longest">How long stopping is waited for.</param>
internal sealed partial class BusService(IHostedService bus, ILogger logger, TimeSpan longest) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => bus.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await bus.StopAsync(cancellationToken).WaitAsync(longest, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            LogGivenUp(exception);
        }
    }

    [LoggerMessage(201, LogLevel.Warning, "The bus did not stop in time and is left. What was not acknowledged the broker hands out again")]
    private partial void LogGivenUp(Exception exception);
}
