using GarminSync.Contracts;

namespace GarminSync.Gateway.Events;

/// <summary>Looks every two seconds, while streams wait, whether there are events of which the news was lost.</summary>
internal sealed partial class EventsLookOut(EventListeners listeners, IServiceScopeFactory scopes, TimeProvider clock, ILogger<EventsLookOut> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (listeners.Any)
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answer = await scope.ServiceProvider.GetRequiredService<EventReader>().ReadAsync(new GetPublicEvents { Limit = 1 }, cancellationToken);
            if (answer.Is(out MassTransit.Response<PublicEventList>? newest))
            {
                listeners.Wake(newest.Message.Next);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotLooked(exception.GetBaseException().Message);
        }
    }

    [LoggerMessage(1302, LogLevel.Debug, "It could not be looked up whether there are new events: {Reason}")]
    private partial void LogNotLooked(string reason);
}
