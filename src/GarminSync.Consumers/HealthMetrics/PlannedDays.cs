using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The days of a plan, by what is to become of them.</summary>
internal sealed class PlannedDays
{
    /// <summary>Those to ask for.</summary>
    public OpenDays Open { get; init; } = new();

    /// <summary>Those that may still get values and are not due: where a range that is asked for anyway reaches them, they are asked for too.</summary>
    public OpenDays Provisional { get; } = new();

    /// <summary>Those that were given up and are left alone: a range that has them in it would fail once more.</summary>
    public OpenDays Resting { get; } = new();

    /// <summary>Where a day that is not settled belongs; null: nowhere.</summary>
    /// <param name="row">The day.</param>
    /// <param name="named">Whether the metric was asked for by its name: then what was given up is tried in any case.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastSpoken">The last day of the account with values of a device; null when there is none.</param>
    /// <param name="metric">The metric.</param>
    public OpenDays? Of(SyncedMetricDay row, bool named, DateTimeOffset now, DateOnly? lastSpoken, Metric metric)
    {
        var isGivenUp = row.Reason is not null;
        if (row.NextAskAt > now && !(named && isGivenUp))
        {
            return isGivenUp ? Resting : Provisional;
        }

        if (row.State == MetricDayState.Failed || Settlement.IsDue(metric, row.Day, row.AskedAt, lastSpoken, now))
        {
            return Open;
        }

        return isGivenUp ? null : Provisional;
    }

    /// <summary>The request with the provisional days that its longest range reaches, in parts where it would have days in it that are left alone.</summary>
    public IEnumerable<MetricRequest> Shaped(MetricRequest request)
    {
        var widest = new DayRange(request.Range.To.AddDays(1 - request.Endpoint.MaxDays), request.Range.To);
        var first = request.Metrics.SelectMany(metric => Provisional.Within(metric, widest)).Append(request.Range.From).Min();
        var widened = request with { Range = request.Range with { From = first } };
        return Resting.None ? [widened] : Parts(widened);
    }

    private IEnumerable<MetricRequest> Parts(MetricRequest request)
    {
        var part = new List<DateOnly>();
        foreach (var day in request.Range.Days.Append(request.Range.To.AddDays(1)))
        {
            var isOpen = request.Metrics.Any(metric => Open.Contains(metric, day));
            if (day <= request.Range.To && (isOpen || !request.Metrics.Any(metric => Resting.Contains(metric, day))))
            {
                part.Add(day);
                continue;
            }

            if (part.Exists(asked => request.Metrics.Any(metric => Open.Contains(metric, asked))))
            {
                yield return request with { Range = new DayRange(part[0], part[^1]) };
            }

            part = [];
        }
    }
}
