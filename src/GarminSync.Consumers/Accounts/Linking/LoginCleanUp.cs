using GarminSync.Outbox;

namespace GarminSync.Consumers.Accounts;

/// <summary>Deletes expired pending logins, because they hold sealed passwords, and cooldowns that are long over.</summary>
internal sealed partial class LoginCleanUp(PendingLogins pending, LoginCooldowns cooldowns, TimeProvider clock, ILogger<LoginCleanUp> logger)
    : RepeatedWork(TimeSpan.FromMinutes(5), clock)
{
    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        await pending.ForgetExpiredAsync(cancellationToken);
        await cooldowns.ForgetOldAsync(cancellationToken);
    }

    [LoggerMessage(2201, LogLevel.Warning, "Expired logins could not be deleted; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
