using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>Wakes the jobs that wait for a time: back-offs, pauses, leases that ran out. Any number of processes may run one.</summary>
internal sealed partial class Dispatcher(IServiceScopeFactory scopes, TimeProvider clock, IOptions<SyncOptions> options, ILogger<Dispatcher> logger) : BackgroundService
{
    private const int BatchSize = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.DispatchInterval, clock);
        do
        {
            try
            {
                await DispatchAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be down for a while; what is due stays due.
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3301, LogLevel.Warning, "What is due could not be looked up; tried again shortly")]
    private partial void LogFailed(Exception exception);
}
