using CentralDb.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The state of one work order: its ledger rows, and what it has written to CentralDB.</summary>
internal sealed class HealthMetricImport(
    FetchHealthMetrics order, StateDb db, DateTimeOffset now, DeviceWord spoken, Dictionary<(string Metric, DateOnly Day), SyncedMetricDay> rows)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    private readonly WrittenDays _written = new();
    private readonly List<string> _problems = [];
    private DeviceWord _spoken = spoken;

    public FetchHealthMetrics Order => order;

    /// <summary>When its answers count as given; UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Names the first of what could not be read; null when everything could.</summary>
    public Trouble? Trouble => _problems.Count switch
    {
        0 => null,
        1 => new Trouble(TroubleAction.GiveUp, _problems[0]),
        _ => new Trouble(TroubleAction.GiveUp, $"{_problems[0]} And {_problems.Count - 1} more."),
    };

    /// <summary>The days that the order asks for and that no try of it has answered yet.</summary>
    public OpenDays Open()
    {
        var open = new OpenDays();
        foreach (var metric in MetricCatalogue.Metrics.Where(metric => order.Order.Metrics.Contains(metric.Name)))
        {
            foreach (var day in new DayRange(order.Order.From, order.Order.To).Days.Where(day => IsOpen(rows.GetValueOrDefault((metric.Name, day)))))
            {
                open.Add(metric, day);
            }
        }

        return open;
    }

    /// <summary>The closed days of the order of which CentralDB has only some of the values, and that a range now gives in full.</summary>
    public OpenDays InPart(IReadOnlyList<MetricEndpoint> usable)
    {
        var parts = new OpenDays();
        foreach (var metric in RequestCover.InFullByRange(usable))
        {
            foreach (var row in rows.Values.Where(row => row.Metric == metric.Name && row is { InPart: true, Settled: true } && row.AskedAt < order.Order.PlannedAt))
            {
                parts.Add(metric, row.Day);
            }
        }

        return parts;
    }

    /// <summary>Whether the answer gives in full a closed day of which CentralDB has only some of the values. Where it has nothing, they stay, and it is not asked for more again.</summary>
    public bool Completes(MetricEndpoint endpoint, MetricDay day)
    {
        if (!endpoint.AnswersInFull(day.Metric) || rows.GetValueOrDefault((day.Metric.Name, day.Day)) is not { InPart: true, Settled: true } row)
        {
            return false;
        }

        row.InPart = false;
        return day.HasValues && day.Problem is null;
    }

    /// <summary>Whether the values differ from those that CentralDB was given last.</summary>
    public bool IsChange(MetricEndpoint endpoint, MetricDay day) => day.Problem is null && HashOf(day) is var before && before != HashAfter(endpoint, day, before);

    /// <summary>
    /// Whether CentralDB has moments of the day, and the answer has none, or zeros. Garmin puts curves away after some months, so that is no word about what was
    /// measured.
    /// </summary>
    public bool Keeps(MetricDay day) => day.Metric.IsCurve && day.Problem is null && HashOf(day) is not null && day.Values.All(value => value.Value == 0);

    /// <summary>Notes days whose values CentralDB has stored, with its counts of them.</summary>
    public void Written(IReadOnlyList<MetricDay> days, HealthMetricCounts counts) => _written.Add(days, counts, isNew: day => HashOf(day) is null);

    /// <summary>Notes in the ledger what Garmin answered.</summary>
    /// <param name="endpoint">Whose answer it is.</param>
    /// <param name="days">One answer: what it has of a later day tells of the earlier ones that the device has spoken.</param>
    /// <returns>The days that had no values of a device before, and were asked for.</returns>
    public IReadOnlyList<DateOnly> Answered(MetricEndpoint endpoint, IReadOnlyList<MetricDay> days)
    {
        _spoken = days.Aggregate(_spoken, (spoken, day) => spoken.With(day));
        return [.. days.Where(day => Answered(endpoint, day)).Select(day => day.Day)];
    }

    /// <summary>Notes in the ledger days of which Garmin says that it has nothing. That deletes nothing, so the days of which CentralDB has values stay as they are.</summary>
    public void NotThere(MetricEndpoint endpoint, IReadOnlyList<MetricDay> days)
    {
        foreach (var day in days)
        {
            if (HashOf(day) is null)
            {
                Answered(endpoint, day);
            }
            else
            {
                NoteAsked(Row(day.Metric.Name, day.Day), day);
            }
        }
    }

    private bool Answered(MetricEndpoint endpoint, MetricDay day)
    {
        if (day.Problem is { } problem)
        {
            GiveUp(day.Metric, day.Day, problem);
            _problems.Add($"{day.Metric.Name} of {day.Day:yyyy-MM-dd}: {problem}");
            return false;
        }

        var row = Row(day.Metric.Name, day.Day);
        if (Keeps(day))
        {
            NoteAsked(row, day);
            return false;
        }

        var isLate = row is { State: MetricDayState.Empty, FromDevice: false } && row.AskedAt != default && day.HasDeviceValues;
        row.Settled = false;
        NoteAsked(row, day);
        row.State = day.HasValues ? MetricDayState.Stored : MetricDayState.Empty;
        row.InPart = day.HasValues && !endpoint.AnswersInFull(day.Metric);
        row.FromDevice = day.HasDeviceValues;
        row.ValuesHash = day.Values.Count > 0 || _written.Has(day) ? HashAfter(endpoint, day, row.ValuesHash) : row.ValuesHash;
        return isLate;
    }

    private void NoteAsked(SyncedMetricDay row, MetricDay day)
    {
        row.AskedAt = now;
        row.Reason = null;
        row.Settled |= Settlement.IsSettled(day, _spoken, now);
        row.NextAskAt = row.Settled ? null : Settlement.NextAskAt(day, _spoken, now);
    }

    /// <summary>Marks the open days as failed, except those that are stored already.</summary>
    public void Fail(string reason)
    {
        var open = Open();
        foreach (var metric in MetricCatalogue.Metrics.Where(open.Has))
        {
            Fail(metric, open.Within(metric, new DayRange(order.Order.From, order.Order.To)), reason);
        }
    }

    /// <summary>Marks days as failed, except those that are stored already.</summary>
    public void Fail(Metric metric, IReadOnlyCollection<DateOnly> days, string reason)
    {
        foreach (var row in days.Select(day => Row(metric.Name, day)).Where(row => row.ValuesHash is null))
        {
            row.State = MetricDayState.Failed;
            row.AskedAt = now;
            row.Reason = reason;
        }

        _problems.Add($"{metric.Name}{On(days)}: {reason}");
    }

    /// <summary>As <see cref="Fail(Metric, IReadOnlyCollection{DateOnly}, string)"/>, for days that are at fault themselves: each time they are left alone for longer.</summary>
    public void GiveUp(Metric metric, IReadOnlyCollection<DateOnly> days, string reason)
    {
        foreach (var day in days)
        {
            GiveUp(metric, day, reason);
        }

        _problems.Add($"{metric.Name}{On(days)}: {reason}");
    }

    /// <summary>Null when nothing was new or changed.</summary>
    public IdentifiedEvent? ToEvent() => _written.ToEvent(order);

    private string? HashOf(MetricDay day) => rows.GetValueOrDefault((day.Metric.Name, day.Day))?.ValuesHash;

    // A call that gives only some of a metric's values cannot say that there are none: the hash of nothing is not the null of a day of which CentralDB has nothing.
    private static string? HashAfter(MetricEndpoint endpoint, MetricDay day, string? before) =>
        day.Values.Count > 0 || (before is not null && !endpoint.AnswersInFull(day.Metric)) ? ValuesHash.Of(day) : null;

    private void GiveUp(Metric metric, DateOnly day, string reason)
    {
        var row = Row(metric.Name, day);
        if (row.AskedAt == now && row.Reason is not null)
        {
            return;
        }

        // At once after the first time, then after one hour, two, four.
        var again = row is { NextAskAt: not null, Reason: not null };
        var last = again ? row.NextAskAt - row.AskedAt : null;
        var pause = !again ? TimeSpan.Zero : last > TimeSpan.Zero ? last.Value * 2 : FirstPause;
        row.State = row.ValuesHash is null ? MetricDayState.Failed : row.State;
        row.Settled &= row.ValuesHash is not null;
        row.AskedAt = now;
        row.NextAskAt = now + (pause < LongestPause ? pause : LongestPause);
        row.Reason = reason;
    }

    private static string On(IReadOnlyCollection<DateOnly> days) => days.Count == 0 ? "" : days.Min() == days.Max()
        ? $" of {days.Min():yyyy-MM-dd}"
        : $" of {days.Min():yyyy-MM-dd} to {days.Max():yyyy-MM-dd}";

    private bool IsOpen(SyncedMetricDay? row) => row switch
    {
        null or { State: MetricDayState.Failed } => true,
        { Settled: true } when !order.Order.Force => false,
        _ => row.AskedAt < order.Order.PlannedAt,
    };

    private SyncedMetricDay Row(string metric, DateOnly day)
    {
        if (!rows.TryGetValue((metric, day), out var row))
        {
            row = new SyncedMetricDay { UserId = order.UserId, Metric = metric, Day = day };
            rows[(metric, day)] = row;
            db.Add(row);
        }

        return row;
    }
}
