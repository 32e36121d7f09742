using MassTransit;
using Microsoft.Extensions.Hosting;

namespace GarminSync.Outbox;

/// <summary>
/// At a stop, delivers what is committed while that is still possible: after the last consumer has ended, and before the bus stops its own endpoint, through which
/// everything is sent. What is left waits for the sweep after the next start.
/// </summary>
internal sealed class OutboxDrain(IBusControl bus, OutboxDeliverer deliverer) : IHostedService, IReceiveEndpointObserver
{
    private ConnectHandle? _connection;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The in-memory transport would lose with the process what is sent now; in the outbox it is kept.
        if (bus.Address.Scheme != "loopback")
        {
            _connection = bus.ConnectReceiveEndpointObserver(this);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _connection?.Dispose();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => stopping.InputAddress == bus.Address ? deliverer.DrainAsync() : Task.CompletedTask;

    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
