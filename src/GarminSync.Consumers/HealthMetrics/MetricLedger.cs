using GarminConnect.Client.Health;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What Garmin was asked for, day by day, and with which result.</summary>
internal sealed class MetricLedger(StateDb db, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    // Days without values around one that got some late: a watch brings all that it has at once.
    private const int NeighbouringDays = 28;

    // What was asked for since then has it already.
    private static readonly TimeSpan AtOnce = TimeSpan.FromDays(1);

    public async Task<IReadOnlyDictionary<(string Metric, DateOnly Day), SyncedMetricDay>> ReadAsync(
        string userId, DayRange range, CancellationToken cancellationToken) =>
        await Of(userId).AsNoTracking().Where(row => row.Day >= range.From && row.Day <= range.To)
            .ToDictionaryAsync(row => (row.Metric, row.Day), cancellationToken);

    /// <summary>The first day that was ever asked for, so that later syncs fill the holes after it; at the latest <paramref name="latest"/>.</summary>
    public async Task<DateOnly> FirstDayAsync(string userId, DateOnly latest, CancellationToken cancellationToken)
    {
        var first = latest;
        // One after the other, because so the index has the answer.
        foreach (var settled in (bool[])[true, false])
        {
            var found = await Of(userId).Where(row => row.Settled == settled).MinAsync(row => (DateOnly?)row.Day, cancellationToken);
            first = found < first ? found.Value : first;
        }

        return first;
    }

    /// <summary>The rows of a range that are not settled.</summary>
    public async Task<IReadOnlyList<SyncedMetricDay>> UnsettledAsync(string userId, DayRange range, CancellationToken cancellationToken) =>
        await Of(userId).AsNoTracking().Where(row => !row.Settled && row.Day >= range.From && row.Day <= range.To).ToListAsync(cancellationToken);

    /// <summary>Adds the days of a range that are settled with only some of their values.</summary>
    public async Task AddPartsAsync(OpenDays parts, string userId, IReadOnlyList<Metric> metrics, DayRange range, CancellationToken cancellationToken)
    {
        var names = metrics.Select(metric => metric.Name).ToList();
        var rows = await Of(userId).Where(row => row.InPart && row.Settled && row.Day >= range.From && row.Day <= range.To && names.Contains(row.Metric))
            .Select(row => new ValueTuple<string, DateOnly>(row.Metric, row.Day)).ToListAsync(cancellationToken);
        foreach (var (metric, day) in rows)
        {
            parts.Add(metrics.First(one => one.Name == metric), day);
        }
    }

    /// <summary>Adds the days of a range that were never asked for. Days are loaded only of months that have holes.</summary>
    public async Task AddHolesAsync(OpenDays holes, string userId, IReadOnlyList<Metric> metrics, DayRange range, CancellationToken cancellationToken)
    {
        var counts = (await Of(userId).Where(row => row.Day >= range.From && row.Day <= range.To)
            .GroupBy(row => new { row.Metric, row.Day.Year, row.Day.Month })
            .Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync(cancellationToken)).ToDictionary(rows => (rows.Key.Metric, rows.Key.Year, rows.Key.Month), rows => rows.Count);
        foreach (var month in Months(range))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var counted = metrics.Select(metric => (Metric: metric, Count: counts.GetValueOrDefault((metric.Name, month.From.Year, month.From.Month)))).ToList();
            var names = counted.Where(one => one.Count > 0 && one.Count < month.Length).Select(one => one.Metric.Name).ToList();
            var known = names.Count == 0 ? [] : await Of(userId).Where(row => row.Day >= month.From && row.Day <= month.To && names.Contains(row.Metric))
                .Select(row => new ValueTuple<string, DateOnly>(row.Metric, row.Day)).ToHashSetAsync(cancellationToken);
            foreach (var (metric, _) in counted.Where(one => one.Count < month.Length))
            {
                foreach (var day in month.Days.Where(day => !known.Contains((metric.Name, day))))
                {
                    holes.Add(metric, day);
                }
            }
        }
    }

    /// <summary>The last day of the account with values that only a device can have made; null when there is none, or none for long.</summary>
    public async Task<DateOnly?> LastSpokenAsync(string userId, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Settlement.LongestWaitDays);
        DateOnly? last = null;
        foreach (var settled in (bool[])[true, false])
        {
            var found = await Of(userId).Where(row => row.Settled == settled && row.Day >= since && row.FromDevice).MaxAsync(row => (DateOnly?)row.Day, cancellationToken);
            last = last > found ? last : found ?? last;
        }

        return last;
    }

    /// <summary>
    /// Names of the metrics that the account does not seem to have, and that were tried recently: on many days on which a device gave other values there is nothing
    /// of them, and there never was. Days before a new watch count for nothing.
    /// </summary>
    public async Task<IReadOnlySet<string>> AbsentAsync(string userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Settlement.LongestWaitDays - options.Value.AbsentAfterDays);
        var recent = new List<(string Metric, DateOnly Day, MetricDayState State, bool FromDevice, DateTimeOffset AskedAt)>();
        foreach (var settled in (bool[])[true, false])
        {
            recent.AddRange(await Of(userId).Where(row => row.Settled == settled && row.Day >= since)
                .Select(row => new ValueTuple<string, DateOnly, MetricDayState, bool, DateTimeOffset>(row.Metric, row.Day, row.State, row.FromDevice, row.AskedAt))
                .ToListAsync(cancellationToken));
        }

        var spoken = recent.Where(row => row.FromDevice).Select(row => row.Day).ToHashSet();
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var metric in recent.GroupBy(row => row.Metric, StringComparer.Ordinal))
        {
            if (metric.All(row => row.State == MetricDayState.Empty)
                && metric.Count(row => spoken.Contains(row.Day)) >= options.Value.AbsentAfterDays
                && metric.Max(row => row.AskedAt) > now - options.Value.AskAbsentEvery
                && !await Of(userId).AnyAsync(row => row.Metric == metric.Key && row.State != MetricDayState.Empty, cancellationToken))
            {
                absent.Add(metric.Key);
            }
        }

        return absent;
    }

    /// <summary>The rows of an order, tracked.</summary>
    public async Task<Dictionary<(string Metric, DateOnly Day), SyncedMetricDay>> TrackAsync(
        string userId, HealthMetricOrder order, CancellationToken cancellationToken) =>
        await Of(userId).Where(row => row.Day >= order.From && row.Day <= order.To && order.Metrics.Contains(row.Metric))
            .ToDictionaryAsync(row => (row.Metric, row.Day), cancellationToken);

    /// <summary>
    /// Some days that were empty got values: the empty days around them are asked for again, once, and so are the stored ones right beside them, of which the device
    /// may have had a part to tell. Saved with the caller's unit of work.
    /// </summary>
    public async Task ReopenAsync(string userId, IReadOnlyList<DateOnly> late, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, to) = (late.Min().AddDays(-NeighbouringDays), late.Max().AddDays(NeighbouringDays));
        var around = await Of(userId).Where(row => row.Settled && row.Day >= from && row.Day <= to).ToListAsync(cancellationToken);
        var beside = late.SelectMany(day => (DateOnly[])[day.AddDays(-1), day.AddDays(1)]).ToHashSet();
        foreach (var row in around.Where(row => row.Settled && row.State == MetricDayState.Empty ? row.AskedAt < now : beside.Contains(row.Day) && row.AskedAt < now - AtOnce))
        {
            row.Settled = false;
        }
    }

    private static IEnumerable<DayRange> Months(DayRange range)
    {
        for (var from = range.From; from <= range.To;)
        {
            var end = new DateOnly(from.Year, from.Month, DateTime.DaysInMonth(from.Year, from.Month));
            yield return new DayRange(from, end < range.To ? end : range.To);
            if (end >= range.To)
            {
                yield break;
            }

            from = end.AddDays(1);
        }
    }

    private IQueryable<SyncedMetricDay> Of(string userId) => db.Set<SyncedMetricDay>().Where(row => row.UserId == userId);
}
