using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>Checks what must hold of the jobs of an account at any time.</summary>
internal sealed class Watch(SyncHost host, string userId, int credit)
{
    private readonly Dictionary<Guid, SyncJob> _seen = [];
    private readonly Dictionary<Guid, int> _ends = [];
    private readonly List<(Guid Id, object Message)> _heard = [];
    private readonly int _before = host.Heard.Count;

    /// <summary>The jobs as they were at the last look.</summary>
    public IReadOnlyCollection<SyncJob> Jobs => _seen.Values;

    /// <summary>Looks at everything, and returns the work orders that have come since the last time.</summary>
    public async Task<IEnumerable<(Guid Id, object Message)>> LookAsync()
    {
        var news = host.Heard.Since(_before + _heard.Count);
        var orders = news.Where(message => message.Message is PlanSync or FetchActivity).ToList();
        _heard.AddRange(news);

        var jobs = await host.ReadAsync(db => db.Set<SyncJob>().AsNoTracking().Where(job => job.UserId == userId).ToListAsync());
        jobs.Count(job => job.FinishedAt is null && job.CurrentState != "Queued").ShouldBeLessThanOrEqualTo(1, "one job of an account runs at a time");
        foreach (var job in jobs)
        {
            Check(job, await host.ItemsAsync(job.CorrelationId));
            CheckEnds(job, _heard.Select(message => message.Message));
            _seen[job.CorrelationId] = job;
        }

        return orders;
    }

    /// <summary>Tells the saga how a try ended. When another try of the item is in flight by then, that one goes on undisturbed.</summary>
    public async Task ReportAsync(object report, Guid messageId)
    {
        var (jobId, itemId, attempt) = report switch
        {
            WorkItemFailed failed => (failed.JobId, failed.ItemId, failed.Attempt),
            WorkItemDeferred deferred => (deferred.JobId, deferred.ItemId, deferred.Attempt),
            _ => (default, default, default),
        };
        var before = (await host.ItemsAsync(jobId)).SingleOrDefault(item => item.Id == itemId);
        await host.TellAsync(report, messageId);
        if (before is { State: WorkItemState.InFlight } && before.Attempts != attempt)
        {
            var after = (await host.ItemsAsync(jobId)).Single(item => item.Id == itemId);
            (after.State, after.Attempts, after.LeaseUntil).ShouldBe((before.State, before.Attempts, before.LeaseUntil), $"the report of try {attempt} was overtaken");
        }
    }

    public async Task AllHaveEndedAsync()
    {
        foreach (var job in _seen.Values)
        {
            (job.InFlight, job.WakeAt).ShouldBe((0, null), Describe(job));
            (await host.ItemsAsync(job.CorrelationId)).ShouldAllBe(item => item.State != WorkItemState.InFlight && item.State != WorkItemState.Finished);
        }
    }

    public static string Describe(SyncJob job) =>
        $"{job.CurrentState}, in flight {job.InFlight}, planned {job.Counts.Planned()}, ended {job.Counts.Ended()}, wakes {job.WakeAt:O}, paused until {job.PausedUntil:O}";

    private void Check(SyncJob job, List<WorkItem> items)
    {
        int In(params WorkItemState[] states) => items.Count(item => states.Contains(item.State));

        In(WorkItemState.InFlight).ShouldBeLessThanOrEqualTo(credit, Describe(job));
        job.InFlight.ShouldBe(In(WorkItemState.InFlight), Describe(job));
        job.Progress.ShouldBeInRange(_seen.GetValueOrDefault(job.CorrelationId)?.Progress ?? 0, 1, Describe(job));
        if (job.CurrentState is "Queued" or "Planning" or "Fetching" or "Paused" || !job.IsIdle())
        {
            job.WakeAt.ShouldNotBeNull(Describe(job));
        }

        if (job.PlannedAt is not null)
        {
            var counts = job.Counts.ByKind.Single();
            (counts.Planned, counts.Done, counts.Failed).ShouldBe((items.Count, In(WorkItemState.Done), In(WorkItemState.Failed)), Describe(job));
        }
    }

    private void CheckEnds(SyncJob job, IEnumerable<object> heard)
    {
        var wasEnded = _seen.GetValueOrDefault(job.CorrelationId)?.FinishedAt is not null;
        if (job.FinishedAt is not null && !wasEnded)
        {
            _ends[job.CorrelationId] = _ends.GetValueOrDefault(job.CorrelationId) + 1;
        }

        heard.Count(message => message switch
        {
            SyncCompleted completed => completed.JobId == job.CorrelationId,
            SyncFailed failed => failed.JobId == job.CorrelationId,
            SyncCancelled cancelled => cancelled.JobId == job.CorrelationId,
            _ => false,
        }).ShouldBe(_ends.GetValueOrDefault(job.CorrelationId), $"one event for each end; {Describe(job)}");
    }
}
