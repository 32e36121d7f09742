using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>How an endpoint answers for one metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Rows">Where the answer has what it says of each day.</param>
/// <param name="Values">Where such a row has the values.</param>
internal sealed record MetricAnswer(Metric Metric, DayRows Rows, params IReadOnlyList<IValueSource> Values)
{
    /// <summary>Whether it gives all values of the metric.</summary>
    public bool IsComplete { get; } = !Metric.Values.Except(Values.SelectMany(source => source.Types)).Any();

    /// <summary>One entry for each day of the range.</summary>
    public IReadOnlyList<MetricDay> Read(JsonElement answer, DayRange range)
    {
        var found = Rows.In(answer, range);
        var byDay = found.Rows.ToLookup(row => row.Day);
        return [.. range.Days.Select(day => byDay.Contains(day) ? Read(day, [.. byDay[day]]) : new MetricDay(Metric, day, [], found.Doubt))];
    }

    private MetricDay Read(DateOnly day, IReadOnlyList<DayRow> rows)
    {
        var reading = new DayReading(Metric, day);
        foreach (var row in Rows.Choose([.. rows.Select(row => row.Content)]))
        {
            foreach (var source in Values)
            {
                source.Read(row, reading);
            }
        }

        var syncedUntil = Rows.SyncedUntil is { } member ? AnswerTime.Utc(rows[0].Content, member) : null;
        return reading.ToMetricDay(rows[0].Doubt) with { SyncedUntil = syncedUntil };
    }
}
