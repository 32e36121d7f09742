using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Cancels the jobs of an account that is unlinked, and empties what the ended ones had still to fetch.</summary>
internal sealed class CancelJobsOfUnlinked(StateDb db) : IUnlinkStep
{
    /// <inheritdoc/>
    public async Task UnlinkAsync(ConsumeContext context, string userId)
    {
        // Waiting jobs first, so that none of them is given the turn of the running one.
        var jobs = await db.Set<SyncJob>().Where(job => job.UserId == userId && job.FinishedAt == null)
            .OrderBy(job => job.StartedAt != null)
            .Select(job => job.CorrelationId)
            .ToListAsync(context.CancellationToken);
        foreach (var job in jobs)
        {
            await context.Publish(new CancelSync { JobId = job }, context.CancellationToken);
        }

        // Those of the jobs that are being cancelled are emptied with that.
        var all = db.Set<SyncJob>().Where(job => job.UserId == userId).Select(job => job.CorrelationId);
        await db.Set<WorkItem>().Where(item => all.Contains(item.JobId) && item.State == WorkItemState.Failed)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Order, ""), context.CancellationToken);
    }
}
