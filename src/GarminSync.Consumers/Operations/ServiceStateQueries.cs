using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Operations;

/// <summary>Reads <see cref="ServiceState"/>: six statements, each of which reads an index or the accounts.</summary>
internal sealed class ServiceStateQueries(StateDb db, TimeProvider clock)
{
    /// <summary>All kinds of data.</summary>
    public static readonly IReadOnlyList<string> Kinds = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts];

    private static readonly string[] WentToTheirEnd = [nameof(SyncJobStateMachine.Completed), nameof(SyncJobStateMachine.CompletedWithErrors)];

    // Garmin's refresh tokens last 30 days (docs/garmin-connect.md); each sync that is a day after the last has them renewed.
    private static readonly TimeSpan TokensEndAfter = TimeSpan.FromDays(30 - 7);

    public async Task<ServiceState> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var unused = now - TokensEndAfter;
        var accounts = await Linked.GroupBy(_ => 1).Select(all => new
        {
            All = all.Count(),
            NeedLogin = all.Count(account => account.NeedsLogin),
            Limited = all.Count(account => !account.NeedsLogin && account.RateLimitedUntil > now),
            TokensEnding = all.Count(account => !account.NeedsLogin && (account.LastSyncAt ?? account.LinkedAt) < unused),
        }).SingleOrDefaultAsync(cancellationToken);
        var paused = await db.Set<SyncJob>()
            .Where(job => job.CurrentState == nameof(SyncJobStateMachine.Paused)
                && !db.Set<GarminAccount>().Any(account => account.UserId == job.UserId && (account.NeedsLogin || account.RateLimitedUntil > now)))
            .GroupBy(job => job.FailuresInRow > 0)
            .Select(jobs => new { IsOutage = jobs.Key, Accounts = jobs.Select(job => job.UserId).Distinct().Count() })
            .ToListAsync(cancellationToken);
        var jobs = await db.Set<SyncJob>().Where(job => job.FinishedAt == null).GroupBy(job => job.CurrentState)
            .Select(state => new { state.Key, Jobs = state.Count() }).ToListAsync(cancellationToken);
        var fresh = new List<FreshnessOfKind>();
        foreach (var kind in Kinds)
        {
            fresh.Add(FreshnessOfKind.Of(kind, await SyncedAsync(kind, cancellationToken), now));
        }

        return new ServiceState(
            accounts?.All ?? 0,
            new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["login"] = accounts?.NeedLogin ?? 0,
                ["limit"] = accounts?.Limited ?? 0,
                ["outage"] = paused.Find(one => one.IsOutage)?.Accounts ?? 0,
                ["retry"] = paused.Find(one => !one.IsOutage)?.Accounts ?? 0,
            },
            accounts?.TokensEnding ?? 0,
            jobs.ToDictionary(state => SyncJobStateNames.ToContract(state.Key), state => (long)state.Jobs, StringComparer.Ordinal),
            fresh);
    }

    private IQueryable<GarminAccount> Linked => db.Set<GarminAccount>().AsNoTracking().Where(account => account.Linked);

    // Of each account the index is read from its newest job back to the first that fits.
    private Task<List<DateTimeOffset?>> SyncedAsync(string kind, CancellationToken cancellationToken)
    {
        string[] types = kind == SyncKinds.Workouts ? [kind] : [kind, SyncKinds.All];
        return Linked.Select(account => db.Set<SyncJob>()
            .Where(job => job.UserId == account.UserId && types.Contains(job.JobType) && WentToTheirEnd.Contains(job.CurrentState))
            .OrderByDescending(job => job.RequestedAt).Select(job => job.StartedAt).FirstOrDefault()).ToListAsync(cancellationToken);
    }
}
