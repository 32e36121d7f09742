using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>Takes the runs that are due, and asks for each of them. Of several processes one takes each.</summary>
/// <remarks>
/// Who needs a login or is limited by Garmin is passed over and stays due, so its run comes as soon as it may: once, however many times have passed. Then it goes on
/// with the times as before.
/// </remarks>
internal sealed partial class DueRuns(StateDb db, StateOutbox outbox, IOptions<ScheduleOptions> options, TimeProvider clock, ILogger<DueRuns> logger)
{
    internal const int BatchSize = 100;

    private static readonly TimeSpan PutOff = TimeSpan.FromHours(1);

    private readonly bool _hasDefault = options.Value.Default.Text is not null;

    /// <summary>The id of the job for a run, the same each time: a repeat is the same job.</summary>
    public static Guid JobIdOf(string userId, DateTimeOffset dueAt) => MessageIds.From("sync schedule", userId, dueAt.UtcTicks);

    /// <summary>Runs what is due, one batch in one transaction. Returns whether there may be more.</summary>
    public async Task<bool> RunSomeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await NextAsync(cancellationToken) is not { } next || next > now)
        {
            return false;
        }

        await db.BeginAsync(cancellationToken);
        var rows = await TakeAsync(now, cancellationToken);
        foreach (var row in rows)
        {
            await RunAsync(row, now, cancellationToken);
        }

        await outbox.CommitAsync(cancellationToken);
        return rows.Count == BatchSize;
    }

    /// <summary>When the next run is due, of those that may be run now; null when there is none.</summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken) => Runnable(clock.GetUtcNow())
        .Where(row => row.NextRunAt != null).OrderBy(row => row.NextRunAt).Select(row => row.NextRunAt).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<ScheduleRow> Runnable(DateTimeOffset now) =>
        from row in db.Set<ScheduleRow>()
        join account in db.Set<GarminAccount>() on row.UserId equals account.UserId
        where account.Linked && !account.NeedsLogin && (account.RateLimitedUntil == null || account.RateLimitedUntil <= now) && (_hasDefault || !row.FollowsDefault)
        select row;

    // The same question, with the rows locked on PostgreSQL.
    private Task<List<ScheduleRow>> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.UtcDateTime;
        var due = db.IsSqlite
            ? Runnable(now).Where(row => row.NextRunAt <= now).OrderBy(row => row.NextRunAt).Take(BatchSize)
            : db.Set<ScheduleRow>().FromSql(
                $"""
                SELECT schedule.* FROM sync_schedule AS schedule JOIN garmin_account AS account ON account.user_id = schedule.user_id
                WHERE schedule.next_run_at <= {at} AND account.linked AND NOT account.needs_login
                    AND (account.rate_limited_until IS NULL OR account.rate_limited_until <= {at}) AND ({_hasDefault} OR NOT schedule.follows_default)
                ORDER BY schedule.next_run_at LIMIT {BatchSize} FOR UPDATE OF schedule SKIP LOCKED
                """);
        return due.ToListAsync(cancellationToken);
    }

    private async Task RunAsync(ScheduleRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (text, smart, kinds) = row.FollowsDefault
            ? (options.Value.Default.Text!, options.Value.Default.Smart, options.Value.Default.KindList)
            : (row.Text, row.Smart, row.KindList);
        if (text.ReadKept() is not { } rule)
        {
            // Such as a time zone that this machine does not have. It must not stop the others, and another machine, or a later version, may have it.
            LogUnreadable(row.UserId, text.Every ?? text.Cron, text.TimeZone);
            row.NextRunAt = now + PutOff;
            return;
        }

        var dueAt = row.NextRunAt!.Value;
        var jobId = JobIdOf(row.UserId, dueAt);
        if (smart)
        {
            // With a message id of its own: the inbox would drop one that LostRuns repeats, and the job id keeps a repeat from being another job.
            await outbox.Publisher.Publish(new LookForNews { UserId = row.UserId, JobId = jobId, Kinds = kinds }, cancellationToken);
        }
        else
        {
            await outbox.Publisher.Publish(new SyncRequested { UserId = row.UserId, JobId = jobId, Kinds = kinds }, publish => publish.MessageId = jobId, cancellationToken);
        }

        row.LastRunAt = dueAt;
        row.NextRunAt = rule.Next(row.UserId, now, options.Value.CronWindow);
    }

    [LoggerMessage(3601, LogLevel.Error, "The schedule of user {UserId} ({Rule}, {TimeZone}) cannot be read on this machine and is tried again in an hour")]
    private partial void LogUnreadable(string userId, string? rule, string? timeZone);
}
