using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Operations;

/// <summary>Reads how everything is: a page of accounts, those that were synchronised longest ago first, and sums over all.</summary>
internal sealed class OperationsQueries(StateDb db, AccountStatuses statuses, Outages outages, TimeProvider clock)
{
    /// <summary>Days of which requests to Garmin are told, today among them.</summary>
    public const int Days = 7;

    private const int MaxAccounts = 200;

    private static readonly string[] Kinds = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts];

    private static readonly string[] WentToTheirEnd = [nameof(SyncJobStateMachine.Completed), nameof(SyncJobStateMachine.CompletedWithErrors)];

    public async Task<OperationsReport> ReadAsync(GetOperations request, CancellationToken cancellationToken)
    {
        var after = StalenessCursor.Read(request.Cursor);
        if (request.Cursor is not null && after is null)
        {
            return new OperationsReport { Accounts = [], Jobs = [], Outages = [], GarminRequests = [], CursorProblem = "must be the next_cursor of an answer" };
        }

        var limit = Math.Clamp(request.Limit, 1, MaxAccounts);
        var page = await After(Found(request.Search), after)
            .OrderBy(account => account.LastSyncAt != null).ThenBy(account => account.LastSyncAt).ThenBy(account => account.UserId)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(limit).ToList();
        var now = clock.GetUtcNow();
        return new OperationsReport
        {
            Accounts = await WithWorkAsync(await statuses.OfAsync(shown, cancellationToken), cancellationToken),
            NextCursor = page.Count > limit ? StalenessCursor.After(shown[^1]) : null,
            LinkedAccounts = await Linked.CountAsync(cancellationToken),
            AccountsThatNeedLogin = await Linked.CountAsync(account => account.NeedsLogin, cancellationToken),
            AccountsThatGarminLimits = await Linked.CountAsync(account => account.RateLimitedUntil > now, cancellationToken),
            Jobs = await JobsAsync(cancellationToken),
            Outages = [.. outages.Current.Select(outage => new ServiceOutage { Service = outage.Service, Since = outage.Since, Until = outage.Until, Reason = outage.Reason })],
            GarminRequests = await RequestsAsync(cancellationToken),
        };
    }

    private IQueryable<GarminAccount> Linked => db.Set<GarminAccount>().AsNoTracking().Where(account => account.Linked);

    private DateOnly FirstDay => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);

    private IQueryable<GarminAccount> Found(string? search)
    {
        if (search is null)
        {
            return Linked;
        }

        const string Escape = "\\";
        var pattern = $"%{search.Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        return db.IsSqlite
            ? Linked.Where(account => EF.Functions.Like(account.UserName, pattern, Escape) || EF.Functions.Like(account.UserId, pattern, Escape))
            : Linked.Where(account => EF.Functions.ILike(account.UserName, pattern, Escape) || EF.Functions.ILike(account.UserId, pattern, Escape));
    }

    private static IQueryable<GarminAccount> After(IQueryable<GarminAccount> accounts, StalenessCursor? cursor) => cursor switch
    {
        null => accounts,
        { LastSyncAt: null, UserId: var id } => accounts.Where(account => account.LastSyncAt != null || string.Compare(account.UserId, id) > 0),
        { LastSyncAt: var at, UserId: var id } => accounts.Where(account => account.LastSyncAt > at || (account.LastSyncAt == at && string.Compare(account.UserId, id) > 0)),
    };

    private async Task<IReadOnlyList<AccountOperations>> WithWorkAsync(IReadOnlyList<GarminAccountStatus> accounts, CancellationToken cancellationToken)
    {
        var userIds = accounts.Select(account => account.UserId).ToList();
        var jobs = db.Set<SyncJob>().AsNoTracking();
        var paused = (await jobs.Where(job => userIds.Contains(job.UserId) && job.CurrentState == nameof(SyncJobStateMachine.Paused))
            .Select(job => new { job.UserId, job.PausedUntil, job.Reason }).ToListAsync(cancellationToken)).ToLookup(job => job.UserId, StringComparer.Ordinal);
        var first = FirstDay;
        var requests = (await db.Set<GarminRequestDay>().AsNoTracking().Where(row => userIds.Contains(row.UserId) && row.Day >= first).ToListAsync(cancellationToken)).ToLookup(row => row.UserId, StringComparer.Ordinal);
        var synced = new Dictionary<(string UserId, string Kind), DateTimeOffset>();
        foreach (var kind in Kinds)
        {
            foreach (var (userId, at) in await SyncedAsync(userIds, kind, cancellationToken))
            {
                synced[(userId, kind)] = at;
            }
        }

        return
        [
            .. accounts.Select(account => new AccountOperations
            {
                Account = account,
                IsPaused = paused[account.UserId].Any(),
                PausedUntil = paused[account.UserId].Max(job => job.PausedUntil),
                PausedReason = paused[account.UserId].Select(job => job.Reason).FirstOrDefault(reason => reason is not null),
                Freshness = [.. Kinds.Select(kind => new KindFreshness { Kind = kind, SyncedAt = synced.TryGetValue((account.UserId, kind), out var at) ? at : null })],
                GarminRequests = ToContract(requests[account.UserId]),
            }),
        ];
    }

    // Of each account the index is read from its newest job back to the first that fits.
    private async Task<IEnumerable<(string UserId, DateTimeOffset At)>> SyncedAsync(IReadOnlyList<string> userIds, string kind, CancellationToken cancellationToken)
    {
        string[] types = kind == SyncKinds.Workouts ? [kind] : [kind, SyncKinds.All];
        var rows = await db.Set<GarminAccount>().Where(account => userIds.Contains(account.UserId)).Select(account => new
        {
            account.UserId,
            At = db.Set<SyncJob>().Where(job => job.UserId == account.UserId && types.Contains(job.JobType) && WentToTheirEnd.Contains(job.CurrentState))
                .OrderByDescending(job => job.RequestedAt).Select(job => job.StartedAt).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return rows.Where(row => row.At is not null).Select(row => (row.UserId, row.At!.Value));
    }

    private async Task<IReadOnlyList<GarminRequestsOfDay>> RequestsAsync(CancellationToken cancellationToken)
    {
        var first = FirstDay;
        var days = await db.Set<GarminRequestDay>().Where(row => row.Day >= first).GroupBy(row => row.Day)
            .Select(day => new GarminRequestDay { Day = day.Key, Requests = day.Sum(row => row.Requests) }).ToListAsync(cancellationToken);
        return ToContract(days);
    }

    private static IReadOnlyList<GarminRequestsOfDay> ToContract(IEnumerable<GarminRequestDay> days) =>
        [.. days.OrderBy(row => row.Day).Select(row => new GarminRequestsOfDay { Day = row.Day.ToString("yyyy-MM-dd"), Requests = row.Requests })];

    private async Task<IReadOnlyList<JobsInState>> JobsAsync(CancellationToken cancellationToken)
    {
        var states = await db.Set<SyncJob>().Where(job => job.FinishedAt == null).GroupBy(job => job.CurrentState)
            .Select(state => new { state.Key, Jobs = state.Count() }).ToListAsync(cancellationToken);
        return [.. states.Select(state => new JobsInState { State = SyncJobStateNames.ToContract(state.Key), Jobs = state.Jobs }).OrderBy(state => state.State, StringComparer.Ordinal)];
    }
}
