using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>The schedule of accounts that have none of their own.</summary>
internal sealed class ScheduleDefaults(StateDb db, ScheduleRows rows, IOptions<ScheduleOptions> options, TimeProvider clock)
{
    private const int Most = 500;

    private readonly ScheduleText? _text = options.Value.Default.Text;

    /// <summary>At the start of a process: forgets the times that were reckoned with another default. Returns how many.</summary>
    public Task<int> ForgetOtherAsync(CancellationToken cancellationToken)
    {
        var now = _text is { } text && text.ReadKept() is { } rule ? text.ToKeep(rule) : null;
        var (every, cron, zone) = (now?.Every, now?.Cron, now?.TimeZone);
        return db.Set<ScheduleRow>()
            .Where(row => row.FollowsDefault && (row.Every != every || row.Cron != cron || row.TimeZone != zone))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Gives rows to accounts that have none. Returns whether there may be more of them.</summary>
    public async Task<bool> AddMissingAsync(CancellationToken cancellationToken)
    {
        if (_text?.ReadKept() is not { } rule)
        {
            return false;
        }

        var without = await db.Set<GarminAccount>()
            .Where(account => account.Linked && !db.Set<ScheduleRow>().Any(row => row.UserId == account.UserId))
            .Select(account => account.UserId).Take(Most).ToListAsync(cancellationToken);
        if (without.Count == 0)
        {
            return false;
        }

        await db.BeginAsync(cancellationToken);
        foreach (var userId in without)
        {
            await rows.AddDefaultAsync(userId, _text.ToKeep(rule), rule.Next(userId, clock.GetUtcNow(), options.Value.CronWindow), cancellationToken);
        }

        await db.CommitAsync(cancellationToken);
        return without.Count == Most;
    }
}
