using Microsoft.Extensions.Hosting;

namespace GarminSync.Outbox;

/// <summary>Work that a process does when it starts and then at an interval. When a round fails, most likely because the database is away, the next one tries again.</summary>
/// <param name="interval">From the start of one round to that of the next.</param>
/// <param name="clock">Says when a round is due.</param>
public abstract class RepeatedWork(TimeSpan interval, TimeProvider clock) : BackgroundService
{
    /// <summary>The clock that the rounds go by.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <inheritdoc/>
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

    /// <summary>One round. May throw.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    /// <summary>Logs what a round has thrown.</summary>
    protected abstract void LogFailed(Exception exception);
}
