using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Schedules;

/// <summary>Finds the last sync that has done what a request asks for.</summary>
internal sealed class LastSyncs(StateDb db, SyncRequestCheck check, RegisteredKinds kinds)
{
    // Jobs for a few days, or of another kind, may have come after it.
    private const int JobsLookedAt = 20;

    /// <summary>When it began; null when there was none that went to its end.</summary>
    public async Task<DateTimeOffset?> BeganAsync(SyncRequested request, CancellationToken cancellationToken)
    {
        if (check.Read(request).Scope is not { } scope)
        {
            return null;
        }

        var byDay = kinds.In(scope).Any(kind => kind.AsksByDay);
        var ended = await db.Set<SyncJob>().AsNoTracking()
            .Where(job => job.UserId == request.UserId
                && (job.CurrentState == nameof(SyncJobStateMachine.Completed) || job.CurrentState == nameof(SyncJobStateMachine.CompletedWithErrors)))
            .OrderByDescending(job => job.RequestedAt).Take(JobsLookedAt).ToListAsync(cancellationToken);
        return ended.FirstOrDefault(job => job.LeftOpen is null && job.Scope.Covers(scope, byDay))?.StartedAt;
    }
}
