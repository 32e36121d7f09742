using System.Text.Json;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Finds the wanted days that are open (never asked for, failed, or not settled), and covers them with few requests.</summary>
internal sealed class HealthMetricPlanner(StateDb db, MetricLedger ledger, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    public async Task<SyncPlan> PlanAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var metrics = MetricSelection.Of(scope.Metrics, scope.Detail);
        var open = await OpenAsync(userId, scope, metrics, now, cancellationToken);
        var unchanged = metrics.Count(metric => !open.Has(metric));
        var requests = RequestCover.Take(open, await ledger.UsableEndpointsAsync(userId, cancellationToken));
        return new SyncPlan([.. requests.Select(request => ToItem(request, scope.Force, now))], unchanged);
    }

    private async Task<OpenDays> OpenAsync(string userId, SyncScope scope, IReadOnlyList<Metric> metrics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var offset = await db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.UtcOffsetSeconds).SingleOrDefaultAsync(cancellationToken);
        var today = Settlement.Today(now, offset);
        var last = scope.EndDate < today.To ? scope.EndDate.Value : today.To;
        var first = scope.DaysFrom ?? scope.StartDate ?? await ledger.FirstDayAsync(userId, today.From.AddDays(1 - options.Value.FirstSyncDays), cancellationToken);
        var known = await ledger.ReadAsync(userId, new DayRange(first, last), cancellationToken);
        IReadOnlySet<string> absent = scope.Force || scope.Metrics is not null ? new HashSet<string>(StringComparer.Ordinal) : await ledger.AbsentAsync(userId, cancellationToken);

        var open = new OpenDays();
        foreach (var metric in metrics.Where(metric => !absent.Contains(metric.Name)))
        {
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (metric.OnlyLatest && day != today.To)
                {
                    continue;
                }

                if (SyncedMetricDay.IsOpen(known.GetValueOrDefault((metric.Name, day)), scope.Force, row => !scope.Force && row.AskedAt + metric.ServesFor > now))
                {
                    open.Add(metric, day);
                }
            }
        }

        return open;
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
