using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Deletes the counts of requests of days long ago.</summary>
internal sealed partial class GarminRequestsCleanUp(OwnUnitOfWork store, TimeProvider clock, ILogger<GarminRequestsCleanUp> logger)
    : RepeatedWork(TimeSpan.FromHours(6), clock)
{
    /// <summary>How many days are kept, today among them.</summary>
    public const int KeptDays = 30;

    protected override Task WorkAsync(CancellationToken cancellationToken)
    {
        var first = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(1 - KeptDays);
        return store.RunAsync(db => db.Set<GarminRequestDay>().Where(row => row.Day < first).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(3051, LogLevel.Warning, "The counts of requests of long ago could not be deleted; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
