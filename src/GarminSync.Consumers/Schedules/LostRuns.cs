using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Schedules;

/// <summary>
/// The in-memory transport forgets its messages with the process. So at the start of one, a run of the last day that has no job is due again; it would be the same job.
/// </summary>
internal sealed class LostRuns(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var since = clock.GetUtcNow() - TimeSpan.FromDays(1);
        await db.BeginAsync(cancellationToken);
        foreach (var row in await db.Set<ScheduleRow>().Where(row => row.LastRunAt >= since && row.NextRunAt != null).ToListAsync(cancellationToken))
        {
            var jobId = DueRuns.JobIdOf(row.UserId, row.LastRunAt!.Value);
            if (!await db.Set<SyncJob>().AnyAsync(job => job.CorrelationId == jobId, cancellationToken)
                && !await db.Set<JoinedRequest>().AnyAsync(request => request.RequestId == jobId, cancellationToken))
            {
                row.NextRunAt = row.LastRunAt;
            }
        }

        await db.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
