using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics;

internal sealed class HealthMetricStore(CentralDbContext database, TimeProvider time)
{
    // Moments in one query: well below what either database takes as parameters.
    private const int QuerySize = 500;

    /// <summary>Writes all in one transaction, in their order: of two for the same moment the later one stays.</summary>
    public Task<HealthMetricCounts> WriteAsync(IReadOnlyList<HealthMetricFields> metrics, CancellationToken cancellationToken) =>
        database.RetryAsync(async () =>
        {
            var known = await KnownAsync(metrics, cancellationToken);
            var outcomes = metrics.CountBy(metric => Apply(metric, known)).ToDictionary();
            await database.SaveChangesAsync(cancellationToken);
            return new HealthMetricCounts(
                outcomes.GetValueOrDefault(Outcome.New), outcomes.GetValueOrDefault(Outcome.Changed), outcomes.GetValueOrDefault(Outcome.Unchanged));
        });

    /// <summary>
    /// Writes the points, and deletes all others of these types and days (<see cref="MetricDate"/>), in one transaction.
    /// </summary>
    public Task<HealthMetricReplaced> ReplaceAsync(HealthMetricReplacement replacement, CancellationToken cancellationToken) =>
        database.RetryAsync(async () =>
        {
            var metrics = replacement.Metrics ?? [];
            var known = await KnownAsync(metrics, cancellationToken);
            var sent = metrics.Select(metric => metric.Key).ToHashSet();
            var gone = (await ThereAsync(replacement, cancellationToken)).Where(metric => !sent.Contains(metric.Key)).ToList();
            database.HealthMetrics.RemoveRange(gone);
            var outcomes = metrics.CountBy(metric => Apply(metric, known)).ToDictionary();
            await database.SaveChangesAsync(cancellationToken);
            return new HealthMetricReplaced(
                outcomes.GetValueOrDefault(Outcome.New),
                outcomes.GetValueOrDefault(Outcome.Changed),
                outcomes.GetValueOrDefault(Outcome.Unchanged),
                gone.Count);
        });

    private async Task<IReadOnlyList<HealthMetric>> ThereAsync(HealthMetricReplacement replacement, CancellationToken cancellationToken)
    {
        var (userId, types, from, to) = (replacement.UserId!.Value, replacement.MetricTypes!, replacement.From!.Value, replacement.To!.Value);
        var (first, end) = (Fields.StartOf(from.AddDays(-MetricDate.FurthestFromItsDay)), Fields.StartOf(to.AddDays(1 + MetricDate.FurthestFromItsDay)));
        var around = await database.HealthMetrics.Where(metric => metric.UserId == userId && types.Contains(metric.MetricType) && metric.At >= first && metric.At < end)
            .ToListAsync(cancellationToken);
        return [.. around.Where(metric => MetricDate.Of(metric.At, metric.Daily, metric.Details) is var day && day >= from && day <= to)];
    }

    private async Task<Dictionary<HealthMetricKey, HealthMetric>> KnownAsync(IReadOnlyList<HealthMetricFields> metrics, CancellationToken cancellationToken)
    {
        var known = new Dictionary<HealthMetricKey, HealthMetric>();
        foreach (var group in metrics.Select(metric => metric.Key).Distinct().GroupBy(key => (key.UserId, key.MetricType)))
        {
            var (userId, metricType) = group.Key;
            foreach (var moments in group.Select(key => key.At).Chunk(QuerySize))
            {
                var stored = database.HealthMetrics.Where(metric => metric.UserId == userId && metric.MetricType == metricType && moments.Contains(metric.At));
                await foreach (var metric in stored.AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    known[metric.Key] = metric;
                }
            }
        }

        return known;
    }

    private Outcome Apply(HealthMetricFields fields, Dictionary<HealthMetricKey, HealthMetric> known)
    {
        var now = time.GetUtcNow();
        var key = fields.Key;
        var isNew = !known.TryGetValue(key, out var metric);
        metric ??= known[key] = database.HealthMetrics.Add(new HealthMetric
        {
            UserId = key.UserId,
            MetricType = key.MetricType,
            At = key.At,
            Daily = key.Daily,
            CreatedAt = now,
        }).Entity;

        var before = (metric.Value, metric.Unit, metric.Details, metric.Source);
        var after = (fields.Value!.Value, fields.Unit, fields.Details, fields.Source);
        if (!isNew && before == after)
        {
            return Outcome.Unchanged;
        }

        (metric.Value, metric.Unit, metric.Details, metric.Source) = after;
        metric.UpdatedAt = now;
        return isNew ? Outcome.New : Outcome.Changed;
    }

    private enum Outcome
    {
        New,
        Changed,
        Unchanged,
    }
}
