using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>Reads one value a day. Values pass by one after the other, and one of each day is kept: the day of a moment is in its details, which SQL does not read alike everywhere.</summary>
internal sealed class MetricDaysReader(CentralDbContext database)
{
    public async Task<MetricList<MetricDays>> ReadAsync(
        Guid userId, IReadOnlyList<string> types, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        var found = new List<MetricDays>();
        foreach (var type in types)
        {
            if (await ReadAsync(userId, type, from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue, cancellationToken) is { Days.Count: > 0 } metric)
            {
                found.Add(metric);
            }
        }

        return new(found);
    }

    private async Task<MetricDays> ReadAsync(Guid userId, string type, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var metrics = database.HealthMetrics.AsNoTracking().Where(metric => metric.UserId == userId && metric.MetricType == type).Where(Superseded.Not);
        if (from > DateOnly.MinValue)
        {
            var first = Fields.StartOf(from.AddDays(-MetricDate.FurthestFromItsDay));
            metrics = metrics.Where(metric => metric.At >= first);
        }

        if (to < DateOnly.MaxValue)
        {
            var end = Fields.StartOf(to.AddDays(1 + MetricDate.FurthestFromItsDay));
            metrics = metrics.Where(metric => metric.At < end);
        }

        var days = new SortedDictionary<DateOnly, (bool Daily, double Value, string? Unit)>();
        var inOrder = metrics.OrderBy(metric => metric.At).ThenBy(metric => metric.Daily).Select(metric => new { metric.At, metric.Daily, metric.Details, metric.Value, metric.Unit });
        await foreach (var metric in inOrder.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var day = MetricDate.Of(metric.At, metric.Daily, metric.Details);
            if (day >= from && day <= to && (metric.Daily || !days.TryGetValue(day, out var known) || !known.Daily))
            {
                days[day] = (metric.Daily, metric.Value, metric.Unit);
            }
        }

        return new(type, days.Values.LastOrDefault().Unit, [.. days.Select(day => new MetricDay(day.Key, day.Value.Value))]);
    }
}
