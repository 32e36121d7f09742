using Microsoft.Extensions.Hosting;

namespace GarminSync.Outbox;

/// <summary>What a process does when it starts, and then again and again. What fails, most likely because the database is away, is done in the next round.</summary>
internal abstract class RepeatedWork(TimeSpan interval, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Clock);
        do
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    protected abstract void LogFailed(Exception exception);
}
