using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Shows which days are known, and which are missing.</summary>
internal sealed class CoverageReport(MetricLedger ledger, StateDb db, TimeProvider clock)
{
    private const int DefaultDays = 30;
    private const int MostDays = 366;

    /// <summary>A <see cref="Coverage"/>, or the <see cref="SyncRefused"/> that says why there is none.</summary>
    public async Task<object> OfAsync(GetCoverage question, CancellationToken cancellationToken)
    {
        if (await db.Set<GarminAccount>().AsNoTracking().SingleOrDefaultAsync(account => account.UserId == question.UserId, cancellationToken) is not { } account)
        {
            return new SyncRefused { Reason = SyncRefusals.NotLinked, Detail = $"No Garmin account is linked to the user '{question.UserId}'." };
        }

        var (range, problem) = Read(question, Settlement.Today(clock.GetUtcNow(), account.UtcOffsetSeconds).To);
        if (range is null)
        {
            return new SyncRefused { Reason = SyncRefusals.InvalidRequest, Detail = problem! };
        }

        var known = await ledger.ReadAsync(question.UserId, range, cancellationToken);
        var asked = known.Keys.Select(row => row.Metric).ToHashSet(StringComparer.Ordinal);
        return new Coverage
        {
            UserId = question.UserId,
            From = $"{range.From:yyyy-MM-dd}",
            To = $"{range.To:yyyy-MM-dd}",
            Spans = [.. MetricCatalogue.Metrics
                .Where(metric => metric.Detail == MetricDetail.Summary || asked.Contains(metric.Name))
                .SelectMany(metric => Spans(metric.Name, range, day => known.GetValueOrDefault((metric.Name, day))))],
        };
    }

    private static (DayRange? Range, string? Problem) Read(GetCoverage question, DateOnly today)
    {
        var problems = new List<string>();
        var to = IsoDay.Read("to", question.To, problems) ?? today;
        var from = IsoDay.Read("from", question.From, problems) ?? to.AddDays(1 - DefaultDays);
        if (problems.Count == 0 && (from > to || to.DayNumber - from.DayNumber >= MostDays))
        {
            problems.Add(from > to ? $"from {from:yyyy-MM-dd} is after to {to:yyyy-MM-dd}" : $"the range has more than {MostDays} days; ask for it in parts");
        }

        return problems.Count == 0 ? (new DayRange(from, to), null) : (null, string.Join("; ", problems) + ".");
    }

    private static IEnumerable<CoverageSpan> Spans(string metric, DayRange range, Func<DateOnly, SyncedMetricDay?> known)
    {
        CoverageSpan? span = null;
        foreach (var day in range.Days)
        {
            var row = known(day);
            var (state, reason) = (State(row), row?.State == MetricDayState.Failed ? row.Reason : null);
            if (span is not null && (span.State, span.Reason) == (state, reason))
            {
                span = span with { To = $"{day:yyyy-MM-dd}" };
                continue;
            }

            if (span is not null)
            {
                yield return span;
            }

            span = new CoverageSpan { Metric = metric, From = $"{day:yyyy-MM-dd}", To = $"{day:yyyy-MM-dd}", State = state, Reason = reason };
        }

        yield return span!;
    }

    private static string State(SyncedMetricDay? row) => row switch
    {
        null => CoverageStates.NeverAsked,
        { State: MetricDayState.Failed } => CoverageStates.Failed,
        { Settled: false } => CoverageStates.Provisional,
        { State: MetricDayState.Empty } => CoverageStates.Empty,
        _ => CoverageStates.Stored,
    };
}
