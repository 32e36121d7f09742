using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// The in-memory transport forgets its messages with the process. So at the start of one, everything that a job waited to hear of counts as lost:
/// leases end, and every job looks again.
/// </summary>
internal sealed class LostMessages(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var now = clock.GetUtcNow();
        await db.Set<WorkItem>().Where(item => item.State == WorkItemState.InFlight)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.LeaseUntil, now), cancellationToken);
        await db.Set<SyncJob>().Where(job => job.LeaseUntil != null)
            .ExecuteUpdateAsync(row => row.SetProperty(job => job.LeaseUntil, now), cancellationToken);

        // A cancelled job may wait for its last item. A pause that is not over yet goes on.
        await db.Set<SyncJob>().Where(job => job.FinishedAt == null || job.WakeAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(job => job.WakeAt, now), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
