using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Events;

/// <summary>Reads events in their order, page by page.</summary>
internal sealed class EventQueries(StateDb db, TimeProvider clock)
{
    private const int MostEvents = 200;

    /// <summary>A <see cref="PublicEventList"/>, or <see cref="PublicEventsNotKept"/>.</summary>
    /// <remarks>
    /// What is looked at first may be older than what is looked at next, never newer: the newest id before the events, the state of the job before the events that it
    /// still has to come, and what is deleted after the events.
    /// </remarks>
    public async Task<object> ReadAsync(GetPublicEvents request, CancellationToken cancellationToken)
    {
        var newest = (await FeedAsync(cancellationToken)).LastId;
        var jobEnded = request.JobId is { } jobId && await HasEndedAsync(jobId, cancellationToken);
        var after = request.After ?? (jobEnded ? await BeforeEndAsync(request.JobId!.Value, cancellationToken) : null) ?? newest;

        var limit = Math.Clamp(request.Limit, 1, MostEvents);
        var events = await Matching(request).Where(row => row.Id > after).OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);

        var feed = await FeedAsync(cancellationToken);
        if (after < feed.DeletedTo || (after > feed.LastId && await IsToComeAsync(after, cancellationToken)))
        {
            return new PublicEventsNotKept { DeletedTo = feed.DeletedTo, Newest = feed.LastId };
        }

        var hasMore = events.Count == limit;
        var last = events.Count > 0 ? events[^1].Id : after;
        return new PublicEventList
        {
            Events = [.. events.Select(row => row.ToContract())],
            Next = hasMore ? last : Math.Max(last, newest),
            HasMore = hasMore,
            JobEnded = jobEnded && !hasMore,
        };
    }

    private IQueryable<PlacedEvent> Matching(GetPublicEvents request)
    {
        var events = db.Set<PlacedEvent>().AsNoTracking();
        events = request.UserId is { } userId ? events.Where(row => row.UserId == userId) : events;
        events = request.JobId is { } jobId ? events.Where(row => row.JobId == jobId) : events;
        return request.Types is { Count: > 0 } types ? events.Where(row => types.Contains(row.Type)) : events;
    }

    private Task<EventFeed> FeedAsync(CancellationToken cancellationToken) =>
        db.Set<EventFeed>().AsNoTracking().SingleAsync(feed => feed.Id == EventFeed.TheOne, cancellationToken);

    // A store that was restored from a backup has not all ids that were given. Its next ones are above them.
    private async Task<bool> IsToComeAsync(long id, CancellationToken cancellationToken) => id > (await db.NowAsync(clock, cancellationToken)).ToUnixTimeMilliseconds();

    // The event that says so is committed with the state, and can be read a moment later.
    private async Task<bool> HasEndedAsync(Guid jobId, CancellationToken cancellationToken) =>
        await db.Set<SyncJob>().AnyAsync(job => job.CorrelationId == jobId && job.FinishedAt != null, cancellationToken)
        && !await db.Set<PendingEvent>().AnyAsync(row => row.JobId == jobId, cancellationToken);

    // A job that was retried has ended more than once. Null when the event of the last end is not kept any more.
    private Task<long?> BeforeEndAsync(Guid jobId, CancellationToken cancellationToken) =>
        db.Set<PlacedEvent>().Where(row => row.JobId == jobId && PublicEventTypes.EndOfJob.Contains(row.Type)).MaxAsync(row => (long?)(row.Id - 1), cancellationToken);
}
