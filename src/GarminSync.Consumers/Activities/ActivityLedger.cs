using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Activities;

/// <summary>What is known of the activities of an account: which are in CentralDB, and which were given up.</summary>
internal sealed class ActivityLedger(StateDb db, TimeProvider clock)
{
    // Ids that one query asks for.
    private const int MostIds = 500;

    /// <summary>The day (UTC) of the first activity that Garmin still has; null while none is known.</summary>
    public async Task<DateOnly?> FirstDayAsync(string userId, CancellationToken cancellationToken) =>
        await Of(userId).Where(activity => activity.GoneAt == null).MinAsync(activity => activity.StartTime, cancellationToken) is { } at
            ? DateOnly.FromDateTime(at.UtcDateTime)
            : null;

    /// <summary>The rows of these activities, not tracked.</summary>
    public async Task<Dictionary<long, SyncedActivity>> FindAsync(string userId, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, SyncedActivity>();
        foreach (var some in ids.Chunk(MostIds))
        {
            await foreach (var row in Of(userId).AsNoTracking().Where(row => some.Contains(row.GarminActivityId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                found.Add(row.GarminActivityId, row);
            }
        }

        return found;
    }

    /// <summary>The rows of these activities, to be changed.</summary>
    public async Task<IReadOnlyList<SyncedActivity>> TrackAsync(string userId, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var found = new List<SyncedActivity>();
        foreach (var some in ids.Chunk(MostIds))
        {
            found.AddRange(await Of(userId).Where(row => some.Contains(row.GarminActivityId)).ToListAsync(cancellationToken));
        }

        return found;
    }

    /// <summary>What was given up and is not in CentralDB since. The notes of what is there by now are removed.</summary>
    public async Task<Dictionary<long, GivenUpActivity>> GivenUpAsync(string userId, CancellationToken cancellationToken)
    {
        var notes = await db.Set<GivenUpActivity>().Where(note => note.UserId == userId).ToDictionaryAsync(note => note.GarminActivityId, cancellationToken);
        foreach (var stored in (await FindAsync(userId, notes.Keys, cancellationToken)).Values)
        {
            if (stored.SyncedAt > notes[stored.GarminActivityId].GivenUpAt)
            {
                db.Remove(notes[stored.GarminActivityId]);
                notes.Remove(stored.GarminActivityId);
            }
        }

        return notes;
    }

    /// <summary>Notes that a job has given an activity up.</summary>
    public async Task GiveUpAsync(string userId, WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Order.Length == 0)
        {
            // The account was unlinked meanwhile.
            return;
        }

        using var row = JsonDocument.Parse(JsonSerializer.Deserialize<ActivityOrder>(item.Order)!.Row);
        if (GarminActivity.FromRow(row.RootElement) is not { } activity)
        {
            return;
        }

        var note = await NoteAsync(userId, activity.ActivityId, activity.ParentId, activity.StartTime, activity.Day, cancellationToken);
        note.Note(activity.ContentHash, item.Reason ?? "", clock.GetUtcNow());
    }

    /// <summary>The note of an activity that is being given up, to be filled in.</summary>
    public async Task<GivenUpActivity> NoteAsync(
        string userId, long activityId, long? parentId, DateTimeOffset? startTime, DateOnly? day, CancellationToken cancellationToken)
    {
        var note = await db.Set<GivenUpActivity>().FindAsync([userId, activityId], cancellationToken)
            ?? db.Add(new GivenUpActivity { UserId = userId, GarminActivityId = activityId }).Entity;
        (note.ParentId, note.StartTime, note.Day) = (parentId, startTime, day);
        return note;
    }

    /// <summary>Forgets that activities were given up: Garmin does not have them any more.</summary>
    public void Forget(IEnumerable<GivenUpActivity> notes) => db.RemoveRange(notes);

    /// <summary>
    /// Whether a job has read the whole list since then, and each of its activities is in CentralDB or was given up. How the job itself has ended, and what
    /// became of its other kinds of data, says nothing about that.
    /// </summary>
    public Task<bool> IsWholeSinceAsync(string userId, DateTimeOffset since, CancellationToken cancellationToken) => db.Set<SyncJob>()
        .Where(job => job.UserId == userId && job.ListedAllActivities && job.PlannedAt > since)
        .AnyAsync(
            job => !db.Set<WorkItem>().Any(item => item.JobId == job.CorrelationId && item.Kind == SyncKinds.Activities
                && item.State != WorkItemState.Done && item.State != WorkItemState.Finished && item.State != WorkItemState.Failed),
            cancellationToken);

    /// <summary>The activities of which an order may still be under way: it would undo a later version that it does not know to be listed again.</summary>
    public async Task<HashSet<long>> OrderedAsync(string userId, CancellationToken cancellationToken)
    {
        var keys = await db.Set<SyncJob>().Where(job => job.UserId == userId)
            .Join(
                db.Set<WorkItem>().Where(item => item.Kind == SyncKinds.Activities && item.State != WorkItemState.Done && item.State != WorkItemState.Finished && item.Attempts > 0),
                job => job.CorrelationId,
                item => item.JobId,
                (_, item) => item.Key)
            .ToListAsync(cancellationToken);
        return [.. keys.Select(long.Parse)];
    }

    /// <summary>The activities that a listing should have, as far as CentralDB has them. The legs of others are in no list.</summary>
    public async Task<IReadOnlyList<long>> ExpectedAsync(string userId, ListingCoverage coverage, CancellationToken cancellationToken)
    {
        var (from, before) = (coverage.From, coverage.Before);
        return await Of(userId)
            .Where(row => row.GoneAt == null && row.ParentId == null && row.StartTime != null
                && (from == null || row.StartTime >= from) && (before == null || row.StartTime < before))
            .Select(row => row.GarminActivityId)
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SyncedActivity>> MissingAsync(string userId, CancellationToken cancellationToken) =>
        await Of(userId).Where(row => row.Missing).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SyncedActivity>> LegsOfAsync(string userId, long parentId, CancellationToken cancellationToken) =>
        await Of(userId).Where(row => row.ParentId == parentId && row.GoneAt == null).ToListAsync(cancellationToken);

    private IQueryable<SyncedActivity> Of(string userId) => db.Set<SyncedActivity>().Where(row => row.UserId == userId);
}
