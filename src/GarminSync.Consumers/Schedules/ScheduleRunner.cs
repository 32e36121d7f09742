using GarminSync.Outbox;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>Runs what is due, and sleeps until the next time, or until it has to look again because something may have changed. Every process runs one.</summary>
internal sealed partial class ScheduleRunner(IServiceScopeFactory scopes, IOptions<ScheduleOptions> options, TimeProvider clock, ILogger<ScheduleRunner> logger) : BackgroundService
{
    // What is due may be with another process; and due times are whole seconds, so that nothing is late by it.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly BackOff Waits = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (started, failures) = (false, 0);
        while (true)
        {
            var wait = options.Value.LookInterval;
            try
            {
                if (!started)
                {
                    await InScopeAsync<ScheduleDefaults, int>(defaults => defaults.ForgetOtherAsync(stoppingToken));
                    started = true;
                }

                wait = await RunAsync(stoppingToken) - clock.GetUtcNow() is { } left && left < wait ? left : wait;
                failures = 0;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                wait = Waits.After(++failures);
            }

            await Task.Delay(wait > Shortest ? wait : Shortest, clock, stoppingToken);
        }
    }

    /// <summary>Runs all that is due now. Returns when the next run is; null when none is in sight.</summary>
    internal async Task<DateTimeOffset?> RunAsync(CancellationToken cancellationToken)
    {
        // A unit of work each, so that none grows.
        while (await InScopeAsync<ScheduleDefaults, bool>(defaults => defaults.AddMissingAsync(cancellationToken)))
        {
        }

        while (await InScopeAsync<DueRuns, bool>(due => due.RunSomeAsync(cancellationToken)))
        {
        }

        return await InScopeAsync<DueRuns, DateTimeOffset?>(due => due.NextAsync(cancellationToken));
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [LoggerMessage(3602, LogLevel.Warning, "The scheduled syncs could not be looked up; tried again shortly")]
    private partial void LogFailed(Exception exception);
}
