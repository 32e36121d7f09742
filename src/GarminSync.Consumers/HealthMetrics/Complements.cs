using System.Net;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Asks a second call for the values that the first one lacks, where no usable call gives the metric in full: of stress, a range has the times and a day the
/// highest value. Only for the days that most metrics are not settled on yet: a year day by day would be 365 requests.
/// </summary>
internal sealed class Complements(HealthMetricImport import, AccountCalls calls, MetricWays ways, EndpointRefusals refusals)
{
    /// <summary>Null: the days have all that could be had. Else what the account or everybody has to wait for.</summary>
    /// <param name="endpoint">Whose answer it is.</param>
    /// <param name="days">The answer; the values that were lacking are put into it.</param>
    /// <param name="fault">Called with the name of a metric that our own code failed to read, and how.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">The second call failed, and not by itself.</exception>
    public async Task<Trouble?> AddAsync(MetricEndpoint endpoint, List<MetricDay> days, Action<string, Exception> fault, CancellationToken cancellationToken)
    {
        var from = Settlement.InFullFrom(import.Order.Order.PlannedAt);
        var lacking = days.Where(day => day.Problem is null && day.Day >= from)
            .SelectMany(day => ways.Complementing(endpoint, day.Metric), (day, other) => (day.Metric, day.Day, Other: other))
            .GroupBy(lack => lack.Other)
            .ToList();
        foreach (var (other, asked) in lacking.SelectMany(Requests))
        {
            if (!await calls.CanAskAsync(other, cancellationToken))
            {
                continue;
            }

            try
            {
                Put(await calls.AskAsync(asked, fault, cancellationToken), days, asked);
            }
            catch (GarminNotFoundException) when (other.MaxDays == 1)
            {
                // Nothing of that day.
            }
            catch (GarminException failure) when (HealthMetricImporter.IsOfTheCall(failure, import.Order))
            {
                if (await calls.WaitsAsync(failure, cancellationToken) is { } waits)
                {
                    return waits;
                }

                if (failure is GarminNotFoundException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
                {
                    await refusals.NoteAsync(import.Order.UserId, other, failure.Message, cancellationToken);
                }

                ways.Leave(other);
                return null;
            }
        }

        return null;
    }

    private static IEnumerable<(MetricEndpoint Other, MetricRequest Asked)> Requests(IGrouping<MetricEndpoint, (Metric Metric, DateOnly Day, MetricEndpoint Other)> lacking)
    {
        var other = lacking.Key;
        var metrics = lacking.Select(lack => lack.Metric).Distinct().ToList();
        var left = lacking.Select(lack => lack.Day).Distinct().Order().ToList();
        while (left.Count > 0)
        {
            var part = left.TakeWhile(day => day < left[0].AddDays(other.MaxDays)).ToList();
            left = left[part.Count..];
            yield return (other, new MetricRequest(other, new DayRange(part[0], part[^1]), metrics));
        }
    }

    private static void Put(IReadOnlyList<MetricDay> more, List<MetricDay> days, MetricRequest asked)
    {
        foreach (var day in more.Where(day => day.Problem is null && asked.Metrics.Contains(day.Metric)))
        {
            var index = days.FindIndex(known => known.Metric == day.Metric && known.Day == day.Day && known.Problem is null);
            if (index >= 0)
            {
                var known = days[index];
                days[index] = known with
                {
                    Values = [.. known.Values, .. day.Values.Where(value => !known.Values.Any(mine => mine.Type == value.Type))],
                    IsPartial = known.IsPartial || day.IsPartial,
                    SyncedUntil = known.SyncedUntil ?? day.SyncedUntil,
                };
            }
        }
    }
}
