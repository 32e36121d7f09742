using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using MassTransit;

namespace GarminSync.Gateway.Events;

/// <summary>Asks the consumers for events.</summary>
internal sealed class EventReader(IRequestClient<GetPublicEvents> client, IBusControl bus, TimeProvider clock)
{
    // Shorter than for other calls: whoever reads a stream is shown a sign of life meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Events after one, or that there is no telling.</summary>
    /// <exception cref="RefusedException">The broker or the consumers are out of reach.</exception>
    public async Task<Response<PublicEventList, PublicEventsNotKept>> ReadAsync(GetPublicEvents request, CancellationToken cancellationToken)
    {
        if (!await bus.IsConnectedSoonAsync())
        {
            throw new RefusedException(Outages.Broker);
        }

        try
        {
            // MassTransit's own time-out does not end the wait for a connection that dies while the request is being sent.
            return await client.GetResponse<PublicEventList, PublicEventsNotKept>(request, cancellationToken, Patience)
                .WaitAsync(Patience + Patience, clock, cancellationToken);
        }
        catch (Exception exception) when (exception is RequestTimeoutException or TimeoutException)
        {
            throw new RefusedException(bus.IsConnected() ? Outages.Consumers : Outages.Broker);
        }
    }
}
