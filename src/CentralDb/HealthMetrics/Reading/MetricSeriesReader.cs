using System.Globalization;
using System.Text.Json;
using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>Downsamples in the database: each bucket is a stretch of the primary key, and only buckets come back.</summary>
internal sealed class MetricSeriesReader(CentralDbContext database)
{
    public async Task<MetricList<MetricSeries>> ReadAsync(
        Guid userId, IReadOnlyList<string> types, TimeRange range, int points, CancellationToken cancellationToken)
    {
        var series = new List<MetricSeries>();
        var from = range.From ?? await EndAsync(userId, types, first: true, cancellationToken);
        var before = range.Before ?? (await EndAsync(userId, types, first: false, cancellationToken))?.AddTicks(TimeSpan.TicksPerMicrosecond);
        if (from is not { } start || before is not { } end || start >= end)
        {
            return new(series);
        }

        foreach (var kind in await KindsAsync(userId, types, start, end, cancellationToken))
        {
            var plan = kind.Daily ? BucketPlan.OfDays(start, end, points) : BucketPlan.OfMoments(start, end, points);
            var rows = plan.Count == 0 ? [] : await BucketsAsync(userId, kind.MetricType, kind.Daily, plan, cancellationToken);
            if (rows.Count > 0)
            {
                series.Add(new(kind.MetricType, rows[^1].Unit, kind.Daily, plan.Width.TotalSeconds, [.. rows.Select(row => Bucket(row, kind.Daily, plan))]));
            }
        }

        return new(series);
    }

    private static MetricBucket Bucket(BucketRow row, bool daily, BucketPlan plan)
    {
        var start = plan.StartOf(row.Number);
        return new(daily ? null : start, daily ? DateOnly.FromDateTime(start.UtcDateTime) : null, row.First, row.Min, row.Max, row.Mean, row.Last, row.Count);
    }

    // Type by type, for each is the end of a stretch of the primary key.
    private async Task<DateTimeOffset?> EndAsync(Guid userId, IReadOnlyList<string> types, bool first, CancellationToken cancellationToken)
    {
        DateTimeOffset? end = null;
        foreach (var type in types)
        {
            var ofType = database.HealthMetrics.Where(metric => metric.UserId == userId && metric.MetricType == type).Where(Superseded.Not);
            var ordered = first ? ofType.OrderBy(metric => metric.At) : ofType.OrderByDescending(metric => metric.At);
            var found = await ordered.Select(metric => (DateTimeOffset?)metric.At).FirstOrDefaultAsync(cancellationToken);
            end = end is null || (first ? found < end : found > end) ? found ?? end : end;
        }

        return end;
    }

    // What there is of each type, in one question: nearly all types have values of days or of moments, and not both.
    private async Task<IEnumerable<MetricKind>> KindsAsync(Guid userId, IReadOnlyList<string> types, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = await database.HealthMetrics
            .Where(metric => metric.UserId == userId && types.Contains(metric.MetricType) && metric.At >= from && metric.At < before)
            .Select(metric => new MetricKind(metric.MetricType, metric.Daily)).Distinct().ToListAsync(cancellationToken);
        return types.SelectMany(type => found.Where(kind => kind.MetricType == type).OrderByDescending(kind => kind.Daily));
    }

    private Task<List<BucketRow>> BucketsAsync(Guid userId, string type, bool daily, BucketPlan plan, CancellationToken cancellationToken)
    {
        var numbers = Enumerable.Range(0, plan.Count);
        if (!database.Database.IsSqlite())
        {
            return PostgreSqlAsync(
                userId, type, daily, [.. numbers.Select(number => plan.StartOf(number).UtcDateTime)], [.. numbers.Select(number => plan.EndOf(number).UtcDateTime)], cancellationToken);
        }

        // As EF Core writes times into SQLite, so that they compare as text.
        static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return SqliteAsync(
            userId, type, daily, JsonSerializer.Serialize(numbers.Select(number => new[] { Text(plan.StartOf(number)), Text(plan.EndOf(number)) })), cancellationToken);
    }

    // CROSS JOIN keeps SQLite to this order: bucket by bucket, each a stretch of the primary key.
    private Task<List<BucketRow>> SqliteAsync(Guid userId, string type, bool daily, string buckets, CancellationToken cancellationToken) =>
        database.Database.SqlQuery<BucketRow>($"""
            SELECT found."Number", found."Count", found."Min", found."Max", found."Mean",
                (SELECT value FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.first_at AND daily = {daily}) AS "First",
                (SELECT value FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.last_at AND daily = {daily}) AS "Last",
                (SELECT unit FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.last_at AND daily = {daily}) AS "Unit"
            FROM (
                SELECT bucket.key AS "Number", count(*) AS "Count", min(metric.value) AS "Min", max(metric.value) AS "Max", avg(metric.value) AS "Mean", min(at) AS first_at, max(at) AS last_at
                FROM json_each({buckets}) AS bucket CROSS JOIN health_metrics AS metric
                WHERE user_id = {userId} AND metric_type = {type} AND daily = {daily}
                    AND at >= json_extract(bucket.value, '$[0]') AND at < json_extract(bucket.value, '$[1]')
                    AND (details IS NULL OR instr(details, {Superseded.Mark}) = 0)
                GROUP BY bucket.key) AS found
            ORDER BY found."Number"
            """).ToListAsync(cancellationToken);

    private Task<List<BucketRow>> PostgreSqlAsync(
        Guid userId, string type, bool daily, DateTime[] starts, DateTime[] ends, CancellationToken cancellationToken) =>
        database.Database.SqlQuery<BucketRow>($"""
            SELECT (bucket.number - 1)::int AS "Number", found."Count", found."Min", found."Max", found."Mean",
                (SELECT value FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.first_at AND daily = {daily}) AS "First",
                (SELECT value FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.last_at AND daily = {daily}) AS "Last",
                (SELECT unit FROM health_metrics WHERE user_id = {userId} AND metric_type = {type} AND at = found.last_at AND daily = {daily}) AS "Unit"
            FROM unnest({starts}, {ends}) WITH ORDINALITY AS bucket(start, until, number)
            CROSS JOIN LATERAL (
                SELECT count(*) AS "Count", min(value) AS "Min", max(value) AS "Max", avg(value) AS "Mean", min(at) AS first_at, max(at) AS last_at
                FROM health_metrics
                WHERE user_id = {userId} AND metric_type = {type} AND daily = {daily} AND at >= bucket.start AND at < bucket.until
                    AND (details IS NULL OR strpos(details, {Superseded.Mark}) = 0)) AS found
            WHERE found."Count" > 0
            ORDER BY bucket.number
            """).ToListAsync(cancellationToken);
}
