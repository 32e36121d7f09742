using System.Globalization;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads the status of jobs.</summary>
internal sealed class SyncJobQueries(StateDb db, TimeProvider clock)
{
    private const int MaxFailures = 100;
    private const int MaxJobs = 200;

    /// <summary>The job with this id, or the one that does the request with this id.</summary>
    public async Task<SyncJobStatus?> FindAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var job = await WithFinished(Jobs.Where(job => job.CorrelationId == jobId)).SingleOrDefaultAsync(cancellationToken)
            ?? await WithFinished(db.Set<JoinedRequest>().Where(request => request.RequestId == jobId).Join(Jobs, request => request.JobId, job => job.CorrelationId, (_, job) => job))
                .SingleOrDefaultAsync(cancellationToken);
        return job is null ? null : await WithFailuresAsync(job, cancellationToken);
    }

    /// <summary>The running job of the user, else the newest; of any user when <paramref name="userId"/> is null.</summary>
    public async Task<SyncJobStatus?> CurrentAsync(string? userId, CancellationToken cancellationToken)
    {
        // Two questions, because no index answers both at once.
        var jobs = userId is null ? Jobs : Jobs.Where(job => job.UserId == userId);
        var job = await WithFinished(jobs.Where(job => job.FinishedAt == null && job.StartedAt != null).OrderByDescending(job => job.RequestedAt)).FirstOrDefaultAsync(cancellationToken)
            ?? await WithFinished(jobs.OrderByDescending(job => job.RequestedAt)).FirstOrDefaultAsync(cancellationToken);
        return job is null ? null : await WithFailuresAsync(job, cancellationToken);
    }

    public async Task<SyncJobList> ListAsync(ListSyncJobs request, CancellationToken cancellationToken)
    {
        var jobs = Jobs;
        if (request.UserId is { } userId)
        {
            jobs = jobs.Where(job => job.UserId == userId);
        }

        if (request.State is { } state)
        {
            var name = SyncJobStateNames.FromContract(state);
            jobs = jobs.Where(job => job.CurrentState == name);
        }

        if (request.JobType is { } type)
        {
            jobs = jobs.Where(job => job.JobType == type);
        }

        if (request.Cursor is not null)
        {
            if (ReadCursor(request.Cursor) is not var (before, id))
            {
                return new SyncJobList { Jobs = [], CursorProblem = "must be the next_cursor of an answer" };
            }

            // The first condition says nothing that the second does not, but only it lets the database begin in the middle of an index.
            jobs = jobs.Where(job => job.RequestedAt <= before).Where(job => job.RequestedAt < before || job.CorrelationId.CompareTo(id) < 0);
        }

        var limit = Math.Clamp(request.Limit, 1, MaxJobs);
        var page = await jobs.OrderByDescending(job => job.RequestedAt).ThenByDescending(job => job.CorrelationId)
            .Skip(request.Cursor is null ? Math.Max(request.Offset ?? 0, 0) : 0)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return new SyncJobList
        {
            Jobs = [.. page.Take(limit).Select(job => job.ToStatus())],
            NextCursor = page.Count > limit ? WriteCursor(page[limit - 1]) : null,
        };
    }

    private IQueryable<SyncJob> Jobs => db.Set<SyncJob>().AsNoTracking();

    // With what workers have finished and the job has not counted yet, in one statement: of two, one might see an item twice or not at all.
    private IQueryable<Seen> WithFinished(IQueryable<SyncJob> jobs) => jobs.Select(job => new Seen(
        job, db.Set<WorkItem>().Where(item => item.JobId == job.CorrelationId && item.State == WorkItemState.Finished).Select(item => item.Kind).ToList()));

    private async Task<SyncJobStatus> WithFailuresAsync(Seen seen, CancellationToken cancellationToken)
    {
        var job = seen.Job;
        foreach (var kind in seen.Finished.GroupBy(kind => kind, StringComparer.Ordinal))
        {
            job.Count(kind.Key, done: kind.Count());
        }

        var status = job.ToStatus() with { EstimatedEndAt = job.EstimatedEnd(clock.GetUtcNow()) };
        if (job.Counts.Failed() == 0)
        {
            return status;
        }

        var failed = await db.Set<WorkItem>().AsNoTracking()
            .Where(item => item.JobId == job.CorrelationId && item.State == WorkItemState.Failed)
            .OrderBy(item => item.Rank)
            .Take(MaxFailures)
            .Select(item => new SyncItemFailure { Kind = item.Kind, Item = item.Key, Reason = item.Reason ?? "", Attempts = item.Failures + item.Losses })
            .ToListAsync(cancellationToken);
        return status with { Failures = failed };
    }

    private sealed record Seen(SyncJob Job, List<string> Finished);

    private static string WriteCursor(SyncJob last) => $"{last.RequestedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}_{last.CorrelationId:N}";

    private static (DateTimeOffset Before, Guid Id)? ReadCursor(string cursor) =>
        cursor.Split('_') is [var ticks, var id]
        && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParse(id, out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}
