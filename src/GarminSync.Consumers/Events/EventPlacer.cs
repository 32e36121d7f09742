using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>
/// Has events placed as soon as this process has committed some, and looks every second for those of a process that died; then wakes the gateways. Every process
/// runs one.
/// </summary>
internal sealed partial class EventPlacer(EventPlaces places, EventKeeper keeper, IBusControl bus, TimeProvider clock, ILogger<EventPlacer> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWakeUp = TimeSpan.FromSeconds(2);
    private static readonly BackOff Waits = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var look = clock.CreateTimer(_ => keeper.Kept.Call(), state: null, LookEvery, LookEvery);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await places.PlaceAsync(stoppingToken) is { } added)
                {
                    await WakeGatewaysAsync(added, stoppingToken);
                }

                failures = 0;
                await keeper.Kept.WaitAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await Waits.WaitAsync(++failures, clock, stoppingToken);
            }
        }
    }

    // Not through the outbox: one that is lost costs a gateway a second or two, and one that comes late is of no use.
    private async Task WakeGatewaysAsync(PublicEventsAdded added, CancellationToken stoppingToken)
    {
        if (bus.CheckHealth().Status == BusHealthStatus.Unhealthy)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(LongestWakeUp, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stoppingToken);
        try
        {
            await bus.Publish(added, publish => publish.Durable = false, either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotWoken(exception.GetBaseException().Message);
        }
    }

    [LoggerMessage(3501, LogLevel.Warning, "Events could not be put in order for those who read them over HTTP; this is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(3502, LogLevel.Debug, "The gateways could not be told of new events and find them later: {Reason}")]
    private partial void LogNotWoken(string reason);
}
