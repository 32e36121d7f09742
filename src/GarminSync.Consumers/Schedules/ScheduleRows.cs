using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Schedules;

/// <summary>Writes whole rows of schedules. Both databases take an insert that gives way, so nobody meets another writer's row as a failure.</summary>
internal sealed class ScheduleRows(StateDb db)
{
    /// <summary>Puts the row in place of any other of the account; the time of the last run stays.</summary>
    public Task PutAsync(ScheduleRow row, CancellationToken cancellationToken)
    {
        var next = row.NextRunAt?.UtcDateTime;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sync_schedule (user_id, follows_default, every, cron, time_zone, kinds, smart, next_run_at)
            VALUES ({row.UserId}, {row.FollowsDefault}, {row.Every}, {row.Cron}, {row.TimeZone}, {row.Kinds}, {row.Smart}, {next})
            ON CONFLICT (user_id) DO UPDATE SET follows_default = excluded.follows_default, every = excluded.every, cron = excluded.cron, time_zone = excluded.time_zone,
                kinds = excluded.kinds, smart = excluded.smart, next_run_at = excluded.next_run_at
            """,
            cancellationToken);
    }

    /// <summary>Gives the account a row that follows the default, unless it has got one meanwhile.</summary>
    public Task AddDefaultAsync(string userId, ScheduleText text, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        var at = next?.UtcDateTime;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sync_schedule (user_id, follows_default, every, cron, time_zone, smart, next_run_at)
            VALUES ({userId}, {true}, {text.Every}, {text.Cron}, {text.TimeZone}, {false}, {at})
            ON CONFLICT (user_id) DO NOTHING
            """,
            cancellationToken);
    }
}
