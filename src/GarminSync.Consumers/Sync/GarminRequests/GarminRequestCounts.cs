using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Sync;

/// <summary>Counts requests to Garmin, in the transaction that notes what came of them: a report that comes twice is counted once.</summary>
internal sealed class GarminRequestCounts(StateDb db, TimeProvider clock)
{
    /// <summary>Counts them for a job, and for its account today.</summary>
    public Task AddAsync(SyncJob job, int requests, CancellationToken cancellationToken)
    {
        job.GarminRequests += requests;
        return AddAsync(job.UserId, requests, cancellationToken);
    }

    /// <summary>Counts them for an account today.</summary>
    public async Task AddAsync(string userId, int requests, CancellationToken cancellationToken)
    {
        if (requests > 0)
        {
            var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO garmin_requests (user_id, day, requests) VALUES ({userId}, {day}, {requests})
                ON CONFLICT (user_id, day) DO UPDATE SET requests = garmin_requests.requests + excluded.requests
                """,
                cancellationToken);
        }
    }
}
