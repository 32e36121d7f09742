using System.Text.Json;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Finds the wanted days that are open (never asked for, failed, or not settled), and covers them with few requests.</summary>
internal sealed class HealthMetricPlanner(StateDb db, MetricLedger ledger, EndpointRefusals refusals, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    private const int MetricsNamed = 5;

    public async Task<SyncPlan> PlanAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var metrics = MetricSelection.Of(scope.Metrics, scope.Detail);
        var days = await DaysAsync(userId, scope, metrics, now, cancellationToken);
        var open = days.Resting.None ? days.Open : days.Open.Copy();
        var unchanged = metrics.Count(metric => !open.Has(metric));
        var requests = RequestCover.Take(open, await refusals.UsableAsync(userId, scope.Force, cancellationToken), cancellationToken);
        return new SyncPlan([.. requests.SelectMany(days.Shaped).Select(request => ToItem(request, scope.Force, now))], unchanged)
        {
            LeftOpen = open.None ? null : LeftOpen(open, await refusals.OfAsync(userId, cancellationToken)),
        };
    }

    private async Task<PlannedDays> DaysAsync(
        string userId, SyncScope scope, IReadOnlyList<Metric> metrics, DateTimeOffset now, CancellationToken cancellationToken)
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

        var history = metrics.Where(metric => !metric.OnlyLatest).ToList();
        var latest = last == today.To ? metrics.Where(metric => metric.OnlyLatest).ToList() : [];
        return scope.Force
            ? new PlannedDays { Open = All(history, new DayRange(first, last), latest, cancellationToken) }
            : await ByLedgerAsync(userId, history, new DayRange(first, last), latest, scope.Metrics is not null, now, cancellationToken);
    }

    private static OpenDays All(IReadOnlyList<Metric> history, DayRange range, IReadOnlyList<Metric> latest, CancellationToken cancellationToken)
    {
        var open = new OpenDays();
        foreach (var metric in history)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var day in range.Days)
            {
                open.Add(metric, day);
            }
        }

        foreach (var metric in latest)
        {
            open.Add(metric, range.To);
        }

        return open;
    }

    private async Task<PlannedDays> ByLedgerAsync(
        string userId, IReadOnlyList<Metric> history, DayRange range, IReadOnlyList<Metric> latest, bool named, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = new PlannedDays { Open = await ledger.HolesAsync(userId, history, range, cancellationToken) };
        var ofToday = await ledger.HolesAsync(userId, latest, new DayRange(range.To, range.To), cancellationToken);
        foreach (var metric in latest.Where(ofToday.Has))
        {
            days.Open.Add(metric, range.To);
        }

        var wanted = history.Concat(latest).ToDictionary(metric => metric.Name, StringComparer.Ordinal);
        var lastSpoken = await ledger.LastSpokenAsync(userId, cancellationToken);
        foreach (var row in await ledger.UnsettledAsync(userId, range, cancellationToken))
        {
            if (wanted.TryGetValue(row.Metric, out var metric) && (!metric.OnlyLatest || row.Day == range.To))
            {
                days.Of(row, named, now, lastSpoken, metric)?.Add(metric, row.Day);
            }
        }

        return days;
    }

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
