using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Wakes jobs that work and would never look again. There are none but where a process of a version before lanes runs beside this one: it does not know
/// <see cref="WorkItemState.Finished"/>, waits for nothing when the rest of a job is that, and does not end it.
/// </summary>
internal sealed partial class ForgottenJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgottenJobs> logger) : RepeatedWork(TimeSpan.FromMinutes(5), clock)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => WakeAsync(cancellationToken);

    /// <summary>Does one round.</summary>
    internal async Task WakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var now = Clock.GetUtcNow();
        await db.Set<SyncJob>().Where(job => job.CurrentState == nameof(SyncJobStateMachine.Fetching) && job.WakeAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(job => job.WakeAt, now), cancellationToken);
    }

    [LoggerMessage(3013, LogLevel.Warning, "Jobs that nobody would wake could not be looked for; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
