using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>Says when accounts are synchronised next, from what <see cref="DueRuns"/> goes by.</summary>
internal sealed class NextSyncs(StateDb db, IOptions<ScheduleOptions> options, TimeProvider clock) : INextSync
{
    // More are not named one by one: a database takes only so many parameters.
    private const int FewAccounts = 500;

    private readonly ScheduleText? _default = options.Value.Default.Text;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> OfAsync(IReadOnlyCollection<GarminAccount> accounts, CancellationToken cancellationToken)
    {
        if (accounts.Count == 0)
        {
            return new Dictionary<string, DateTimeOffset>();
        }

        var userIds = accounts.Select(account => account.UserId).ToList();
        var rows = await (userIds.Count <= FewAccounts ? db.Set<ScheduleRow>().Where(row => userIds.Contains(row.UserId)) : db.Set<ScheduleRow>())
            .AsNoTracking().ToDictionaryAsync(row => row.UserId, StringComparer.Ordinal, cancellationToken);
        var next = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (Of(account, rows.GetValueOrDefault(account.UserId)) is { } time)
            {
                next[account.UserId] = time;
            }
        }

        return next;
    }

    /// <summary>When the account is synchronised next, UTC; null when nothing is scheduled, or a person has to log in first.</summary>
    public DateTimeOffset? Of(GarminAccount account, ScheduleRow? row)
    {
        var now = clock.GetUtcNow();
        var next = account switch
        {
            { Linked: false } or { NeedsLogin: true } => null,
            // Its row is made when the runner looks next.
            _ when row is null => _default?.ReadKept()?.Next(account.UserId, now, options.Value.CronWindow),
            _ when row.FollowsDefault && _default is null => null,
            _ => row.NextRunAt,
        };
        var earliest = account.RateLimitedUntil > now ? account.RateLimitedUntil.Value : now;
        return next < earliest ? earliest : next;
    }
}
