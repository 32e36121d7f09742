using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace GarminSync.Outbox;

/// <summary>Hands stored messages to the broker.</summary>
internal sealed class OutboxSender(IBusControl bus, TimeProvider clock)
{
    private static readonly TimeSpan ConfirmDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Whether sending is worth trying. Without a connection a send would wait for one.</summary>
    public bool IsConnected => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    /// <summary>Returns when the broker has confirmed the message, or when it has expired.</summary>
    /// <exception cref="TimeoutException">The broker is connected, and does not confirm.</exception>
    public async Task SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.ExpiresAt <= clock.GetUtcNow())
        {
            return;
        }

        using var deadline = new CancellationTokenSource(ConfirmDeadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var delivery = OutboxTraces.StartLate(row, clock.GetUtcNow());
        try
        {
            var endpoint = await bus.GetSendEndpoint(row.DestinationAddress);
            await endpoint.Send(new SerializedMessageBody(), new OutboxMessageSendPipe(row, row.DestinationAddress), either.Token);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker has not confirmed a message within {ConfirmDeadline.TotalSeconds:0} s.", exception);
        }
    }
}
