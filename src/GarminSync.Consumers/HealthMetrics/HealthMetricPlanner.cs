using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Finds the wanted days that are open (never asked for, failed, or not settled), and covers them with few requests.</summary>
internal sealed class HealthMetricPlanner(
    StateDb db, MetricLedger ledger, EndpointRefusals refusals, DeviceNews device, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    private const int MetricsNamed = 5;

    public async Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var metrics = MetricSelection.Of(scope.Metrics, scope.Detail);
        var usable = await refusals.UsableAsync(userId, scope.Force, cancellationToken);
        var days = await DaysAsync(session, userId, scope, metrics, usable, now, cancellationToken);
        var open = days.Resting.None ? days.Open : days.Open.Copy();
        var unchanged = metrics.Count(metric => !open.Has(metric));
        var requests = RequestCover.Take(open, usable, Settlement.InFullFrom(now), cancellationToken);
        return new SyncPlan([.. requests.SelectMany(days.Shaped).Select(request => ToItem(request, scope.Force, now))], unchanged)
        {
            LeftOpen = open.None ? null : LeftOpen(open, await refusals.OfAsync(userId, cancellationToken)),
        };
    }

    private async Task<PlannedDays> DaysAsync(
        GarminSession session,
        string userId,
        SyncScope scope,
        IReadOnlyList<Metric> metrics,
        IReadOnlyList<MetricEndpoint> usable,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var offset = await db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.UtcOffsetSeconds).SingleOrDefaultAsync(cancellationToken);
        var today = Settlement.Today(now, offset);
        var last = scope.EndDate < today.To ? scope.EndDate.Value : today.To;
        var first = scope.DaysFrom ?? scope.StartDate ?? await ledger.FirstDayAsync(userId, today.From.AddDays(1 - options.Value.FirstSyncDays), cancellationToken);
        if (first > last)
        {
            return new PlannedDays();
        }

        if (!scope.Force && scope.Metrics is null)
        {
            var absent = await ledger.AbsentAsync(userId, cancellationToken);
            metrics = [.. metrics.Where(metric => !absent.Contains(metric.Name))];
        }

        // Where it may be either of two days, the earlier: of a day that has not begun Garmin has nothing.
        var current = today.From;
        var wanted = metrics.Where(metric => !metric.OnlyLatest)
            .Select(metric => (Metric: metric, Days: Within(metric, new DayRange(first, last), Settlement.Today(now, null).To, named: scope.Metrics is not null)))
            .Where(metric => metric.Days.Length > 0)
            .ToList();
        if (last >= current)
        {
            wanted.AddRange(metrics.Where(metric => metric.OnlyLatest).Select(metric => (metric, new DayRange(current, current))));
        }

        if (scope.Force)
        {
            return new PlannedDays { Open = All(wanted, cancellationToken) };
        }

        var planned = await ByLedgerAsync(session, userId, wanted, scope, now, cancellationToken);
        await AddPartsAsync(planned.Open, userId, wanted, usable, cancellationToken);
        return planned;
    }

    // What is named is wanted for all of the range. The last days are counted from a day that is the same whether the athlete's time zone is known or not: otherwise
    // a day would be wanted, and take a request, that was none of the last before.
    private static DayRange Within(Metric metric, DayRange range, DateOnly latestToday, bool named) =>
        metric.LastDays is { } days && !named && latestToday.AddDays(1 - days) > range.From ? range with { From = latestToday.AddDays(1 - days) } : range;

    private static OpenDays All(List<(Metric Metric, DayRange Days)> wanted, CancellationToken cancellationToken)
    {
        var open = new OpenDays();
        foreach (var (metric, days) in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var day in days.Days)
            {
                open.Add(metric, day);
            }
        }

        return open;
    }

    private async Task<PlannedDays> ByLedgerAsync(
        GarminSession session, string userId, List<(Metric Metric, DayRange Days)> wanted, SyncScope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var named = scope.Metrics is not null;
        var planned = new PlannedDays();
        if (wanted.Count == 0)
        {
            return planned;
        }

        foreach (var same in wanted.GroupBy(metric => metric.Days, metric => metric.Metric))
        {
            await ledger.AddHolesAsync(planned.Open, userId, [.. same], same.Key, cancellationToken);
        }

        var days = wanted.ToDictionary(metric => metric.Metric.Name, StringComparer.Ordinal);
        var lastSpoken = await ledger.LastSpokenAsync(userId, cancellationToken);
        var all = new DayRange(wanted.Min(metric => metric.Days.From), wanted.Max(metric => metric.Days.To));
        var due = new List<(Metric Metric, SyncedMetricDay Row)>();
        foreach (var row in await ledger.UnsettledAsync(userId, all, cancellationToken))
        {
            if (!days.TryGetValue(row.Metric, out var of))
            {
                continue;
            }

            if (!of.Days.Contains(row.Day))
            {
                // Another day than today before the time zone was known: it has what is the latest all the same.
                if (of.Metric.OnlyLatest && !named && row.State != MetricDayState.Failed && row.AskedAt + of.Metric.ServesFor > now)
                {
                    planned.Open.Close(of.Metric, of.Days);
                }

                continue;
            }

            var place = planned.Of(row, named, now, lastSpoken, of.Metric);
            if (place == planned.Open && row.State != MetricDayState.Failed)
            {
                due.Add((of.Metric, row));
            }
            else
            {
                place?.Add(of.Metric, row.Day);
            }
        }

        // Where other days are open too, the same requests are made, and this would be one more.
        var mayChange = !planned.Open.None || due.Count == 0 || await MayChangeAsync(due, session, scope, now, cancellationToken);
        foreach (var (metric, row) in due)
        {
            (mayChange ? planned.Open : planned.Provisional).Add(metric, row.Day);
        }

        return planned;
    }

    // A range that gives them in full answers a year of them at once.
    private async Task AddPartsAsync(
        OpenDays open, string userId, List<(Metric Metric, DayRange Days)> wanted, IReadOnlyList<MetricEndpoint> usable, CancellationToken cancellationToken)
    {
        var inFull = RequestCover.InFullByRange(usable);
        foreach (var same in wanted.Where(metric => inFull.Contains(metric.Metric)).GroupBy(metric => metric.Days, metric => metric.Metric))
        {
            await ledger.AddPartsAsync(open, userId, [.. same], same.Key, cancellationToken);
        }
    }

    // Who asks for something in particular gets it.
    private async Task<bool> MayChangeAsync(
        List<(Metric Metric, SyncedMetricDay Row)> due, GarminSession session, SyncScope scope, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Metrics is not null || scope.StartDate is not null || scope.EndDate is not null
        || await device.MayChangeAsync([.. due.Select(one => one.Row.AskedAt)], session, now, cancellationToken);

    private string LeftOpen(OpenDays open, IReadOnlyList<RefusedEndpoint> refused)
    {
        var left = MetricCatalogue.Metrics.Where(open.Has).ToList();
        var texts = left.Take(MetricsNamed).Select(metric =>
        {
            var why = refused.Where(row => MetricCatalogue.Endpoints.Any(endpoint => endpoint.Name == row.Endpoint && endpoint.Metrics.Contains(metric))).MinBy(refusals.End);
            return $"{metric.Name} of {open.Oldest(metric):yyyy-MM-dd} to {open.Newest(metric):yyyy-MM-dd}"
                + (why is null ? "" : $" ({why.Reason} It is asked again after {refusals.End(why).UtcDateTime:yyyy-MM-dd HH:mm} UTC.)");
        });
        var more = left.Count > MetricsNamed ? $"; and {left.Count - MetricsNamed} metrics more" : "";
        return $"Garmin refuses every call that answers for them, so these days stay open: {string.Join("; ", texts)}{more}.";
    }

    // Newest first, like activities.
    private static PlannedItem ToItem(MetricRequest request, bool force, DateTimeOffset now) => new(
        $"{request.Endpoint.Name} {request.Range}",
        -new DateTimeOffset(request.Range.To, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds(),
        JsonSerializer.Serialize(new HealthMetricOrder
        {
            Endpoint = request.Endpoint.Name,
            From = request.Range.From,
            To = request.Range.To,
            Metrics = [.. request.Metrics.Select(metric => metric.Name)],
            Force = force,
            PlannedAt = now,
        }));
}
