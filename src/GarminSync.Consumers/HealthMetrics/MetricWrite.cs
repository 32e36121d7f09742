using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>One write to CentralDB: days in a row, of all metrics that changed on them.</summary>
/// <param name="Days">What CentralDB is to have.</param>
/// <param name="Range">From the first of them to the last.</param>
/// <param name="Replaces">The types of which CentralDB is to have nothing else on these days; null: what else it has stays.</param>
internal sealed record MetricWrite(IReadOnlyList<MetricDay> Days, DayRange Range, IReadOnlyList<string>? Replaces)
{
    /// <param name="endpoint">Whose answer it is: a call that gives a part of a metric's values replaces that part.</param>
    /// <param name="days">All days that were answered.</param>
    /// <param name="isChange">Which of them differ from what CentralDB has.</param>
    /// <param name="mostPoints">How many data points a write should have at most; a day is not divided.</param>
    public static IEnumerable<MetricWrite> Of(MetricEndpoint endpoint, IReadOnlyList<MetricDay> days, Func<MetricDay, bool> isChange, int mostPoints)
    {
        var added = days.Where(day => !IsWhole(day) && isChange(day) && day.Values.Count > 0).ToList();
        if (added.Count > 0)
        {
            yield return new MetricWrite(added, new DayRange(added.Min(day => day.Day), added.Max(day => day.Day)), Replaces: null);
        }

        // Metrics with changes on the same days share a write.
        var runs = days.Where(day => IsWhole(day) && day.Problem is null)
            .GroupBy(day => day.Metric)
            .SelectMany(metric => Runs([.. metric.OrderBy(day => day.Day)], isChange))
            .GroupBy(run => (run[0].Day, run[^1].Day));
        foreach (var run in runs)
        {
            var types = run.SelectMany(metric => endpoint.ValuesOf(metric[0].Metric)).Select(type => type.Name).Distinct(StringComparer.Ordinal).ToList();
            foreach (var part in Parts([.. run.SelectMany(metric => metric).GroupBy(day => day.Day).OrderBy(day => day.Key)], mostPoints))
            {
                yield return new MetricWrite([.. part.SelectMany(day => day)], new DayRange(part[0].Key, part[^1].Key), types);
            }
        }
    }

    // Garmin lists the event of a night under either of its days, and records under today. Of a day that was read in part, what is missing may be there.
    private static bool IsWhole(MetricDay day) => !day.IsPartial && !day.Metric.OnlyLatest && day.Metric.Name != "body_battery_events";

    /// <summary>Days in a row, from the first that changed to the last.</summary>
    private static IEnumerable<IReadOnlyList<MetricDay>> Runs(IReadOnlyList<MetricDay> days, Func<MetricDay, bool> isChange)
    {
        var run = new List<MetricDay>();
        foreach (var day in days.Append(null))
        {
            if (day is null || (run.Count > 0 && run[^1].Day.AddDays(1) != day.Day))
            {
                var (first, last) = (run.FindIndex(one => isChange(one)), run.FindLastIndex(one => isChange(one)));
                if (first >= 0)
                {
                    yield return run[first..(last + 1)];
                }

                run = [];
            }

            if (day is not null)
            {
                run.Add(day);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<IGrouping<DateOnly, MetricDay>>> Parts(IReadOnlyList<IGrouping<DateOnly, MetricDay>> days, int mostPoints)
    {
        var (part, points) = (new List<IGrouping<DateOnly, MetricDay>>(), 0);
        foreach (var day in days)
        {
            var more = day.Sum(metric => metric.Values.Count);
            if (part.Count > 0 && points + more > mostPoints)
            {
                yield return part;
                (part, points) = ([], 0);
            }

            part.Add(day);
            points += more;
        }

        yield return part;
    }
}
