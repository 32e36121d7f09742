using GarminConnect.Client.Health;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What Garmin was asked for, day by day, and with which result.</summary>
internal sealed class MetricLedger(StateDb db, OwnUnitOfWork own, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    public async Task<IReadOnlyDictionary<(string Metric, DateOnly Day), SyncedMetricDay>> ReadAsync(
        string userId, DayRange range, CancellationToken cancellationToken) =>
        await Of(userId).AsNoTracking().Where(row => row.Day >= range.From && row.Day <= range.To)
            .ToDictionaryAsync(row => (row.Metric, row.Day), cancellationToken);

    /// <summary>The first day that was ever asked for, so that later syncs fill the holes after it; at the latest <paramref name="latest"/>.</summary>
    public async Task<DateOnly> FirstDayAsync(string userId, DateOnly latest, CancellationToken cancellationToken) =>
        await Of(userId).Where(row => row.Day < latest).MinAsync(row => (DateOnly?)row.Day, cancellationToken) ?? latest;

    /// <summary>Names of the metrics that the account does not seem to have, and that were tried recently.</summary>
    public async Task<IReadOnlySet<string>> AbsentAsync(string userId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - options.Value.AskAbsentEvery;
        var absent = await Of(userId).GroupBy(row => row.Metric)
            .Where(rows => rows.Count() >= options.Value.AbsentAfterDays
                && rows.All(row => row.State == MetricDayState.Empty)
                && rows.Max(row => row.AskedAt) > since)
            .Select(rows => rows.Key)
            .ToListAsync(cancellationToken);
        return absent.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All endpoints but those that Garmin refused recently.</summary>
    public async Task<IReadOnlyList<MetricEndpoint>> UsableEndpointsAsync(string userId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - options.Value.AskAbsentEvery;
        var refused = await db.Set<RefusedEndpoint>().Where(row => row.UserId == userId && row.RefusedAt > since).Select(row => row.Endpoint).ToListAsync(cancellationToken);
        return [.. MetricCatalogue.Endpoints.Where(endpoint => !refused.Contains(endpoint.Name))];
    }

    /// <summary>Notes that Garmin refused a call. Committed at once, because other items of the account are about to make the same call.</summary>
    public async Task RefuseAsync(string userId, MetricEndpoint endpoint, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await own.RunAsync(store => store.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO refused_endpoint (user_id, endpoint, reason, refused_at) VALUES ({userId}, {endpoint.Name}, {reason}, {now})
            ON CONFLICT (user_id, endpoint) DO UPDATE SET reason = excluded.reason, refused_at = excluded.refused_at
            """,
            cancellationToken));
    }

    /// <summary>The rows of an order, tracked.</summary>
    public async Task<Dictionary<(string Metric, DateOnly Day), SyncedMetricDay>> TrackAsync(
        string userId, HealthMetricOrder order, CancellationToken cancellationToken) =>
        await Of(userId).Where(row => row.Day >= order.From && row.Day <= order.To && order.Metrics.Contains(row.Metric))
            .ToDictionaryAsync(row => (row.Metric, row.Day), cancellationToken);

    private IQueryable<SyncedMetricDay> Of(string userId) => db.Set<SyncedMetricDay>().Where(row => row.UserId == userId);
}
