namespace GarminSync.Consumers.Accounts;

/// <summary>Forgets pending logins that have expired, which hold sealed passwords, and cooldowns that are long over.</summary>
internal sealed partial class LoginCleanUp(PendingLogins pending, LoginCooldowns cooldowns, TimeProvider clock, ILogger<LoginCleanUp> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await pending.ForgetExpiredAsync(stoppingToken);
                await cooldowns.ForgetOldAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception); // the database, most likely; the next round tries again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(2201, LogLevel.Warning, "Expired logins could not be deleted; this is tried again")]
    private partial void LogFailed(Exception exception);
}
