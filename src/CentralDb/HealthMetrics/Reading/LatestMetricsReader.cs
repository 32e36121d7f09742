using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>Reads the last value of every type and the day of its first: from one type to the next in the primary key, and from each to its ends, past all that lies between.</summary>
internal sealed class LatestMetricsReader(CentralDbContext database)
{
    public async Task<MetricList<LatestMetric>> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        // Not all columns by a star: a prepared statement with that fails when a newer version, running beside this one, has added a column.
        var rows = await database.HealthMetrics.FromSql($"""
            WITH RECURSIVE types(name) AS (
                SELECT min(metric_type) FROM health_metrics WHERE user_id = {userId}
                UNION ALL
                SELECT (SELECT min(metric_type) FROM health_metrics WHERE user_id = {userId} AND metric_type > types.name) FROM types WHERE types.name IS NOT NULL),
            ends(name, at) AS (
                SELECT types.name, (
                    SELECT latest.at FROM health_metrics AS latest
                    WHERE latest.user_id = {userId} AND latest.metric_type = types.name AND (latest.details IS NULL OR latest.details NOT LIKE {$"%{Superseded.Mark}%"})
                    ORDER BY latest.at DESC LIMIT 1)
                FROM types
                UNION
                SELECT types.name, (
                    SELECT earliest.at FROM health_metrics AS earliest
                    WHERE earliest.user_id = {userId} AND earliest.metric_type = types.name AND (earliest.details IS NULL OR earliest.details NOT LIKE {$"%{Superseded.Mark}%"})
                    ORDER BY earliest.at LIMIT 1)
                FROM types)
            SELECT metric.user_id, metric.metric_type, metric.at, metric.daily, metric.value, metric.unit, metric.source, metric.details, metric.created_at, metric.updated_at
            FROM ends CROSS JOIN health_metrics AS metric
            WHERE metric.user_id = {userId} AND metric.metric_type = ends.name AND metric.at = ends.at
            """).AsNoTracking().ToListAsync(cancellationToken);

        // A day and its first moment may both be the last, or the first.
        return new([.. rows.Where(Superseded.Not.Compile()).GroupBy(row => row.MetricType, StringComparer.Ordinal).OrderBy(type => type.Key, StringComparer.Ordinal).Select(Told)]);
    }

    private static LatestMetric Told(IGrouping<string, HealthMetric> type)
    {
        var latest = type.OrderByDescending(row => row.At).ThenBy(row => row.Daily).First();
        return new(type.Key, latest.Timestamp, latest.Date, latest.Value, latest.Unit, DateOnly.FromDateTime(type.Min(row => row.At).UtcDateTime));
    }
}
