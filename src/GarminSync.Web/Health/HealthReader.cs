using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Health;

/// <summary>Reads what the page shows, in few calls and no more points than it draws: a day in four, a longer period in three. What does not depend on the period is asked for once.</summary>
internal sealed class HealthReader(GarminApi api, ReaderTime time)
{
    // A point for five minutes: a watch measures every two or three.
    private const int PointsOfDay = 288;
    private const int DaysShownOneByOne = 31;
    private const int PlacesOfYear = 53;
    private const int PlacesOfAll = 2 * PlacesOfYear;

    // An older CentralDB does not tell when the values begin.
    private const int YearsWhenUnknown = 10;

    // Of the account that was read last: what it has. It holds until a sync may have brought more.
    private (string UserId, DateTimeOffset? SyncedAt) _keptOf;
    private LatestHealth? _latest;

    public async Task<(HealthView? View, ApiProblem? Problem)> ReadAsync(Account account, Period period, CancellationToken cancellationToken)
    {
        var userId = account.UserId;
        if (_keptOf != (userId, account.LastSyncAt))
        {
            (_keptOf, _latest) = ((userId, account.LastSyncAt), null);
        }

        if (_latest is null)
        {
            var latest = await api.LatestHealthAsync(userId, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (latest.Value is null)
            {
                return (null, latest.Problem);
            }

            _latest = latest.Value;
        }

        var known = _latest;

        var names = known.Metrics.Select(metric => metric.MetricType).ToHashSet(StringComparer.Ordinal);
        var view = new HealthView
        {
            Period = period,
            First = period.First,
            Last = period.Last,
            Width = 1,
            Known = [.. HealthTypes.OfDays.Concat(HealthTypes.Intraday).Where(names.Contains)],
            Figures = [.. known.Metrics.Where(metric => HealthTypes.Figures.Contains(metric.MetricType))],
            Curves = [],
        };
        return view.Known.Count == 0 ? (view, null)
            : period.Kind == PeriodKind.Day ? await DayAsync(userId, view, cancellationToken)
            : await DaysAsync(userId, period, view, known.Metrics, cancellationToken);
    }

    private async Task<(HealthView? View, ApiProblem? Problem)> DaysAsync(string userId, Period period, HealthView view, IReadOnlyList<LatestValue> known, CancellationToken cancellationToken)
    {
        var types = HealthTypes.OfDays.Where(view.Known.Contains).ToList();
        if (period.Kind == PeriodKind.All)
        {
            // The athlete's day may have begun before the reader's.
            var last = known.Max(metric => metric.Date) is { } newest && newest > time.Today ? newest : time.Today;
            var drawn = known.Where(metric => types.Contains(metric.MetricType)).ToList();
            var first = drawn.All(metric => metric.FirstDate is not null) ? drawn.Min(metric => metric.FirstDate) : last.AddYears(-YearsWhenUnknown);
            view = view with { First = first is { } day && day <= last ? day : last.AddDays(-DaysShownOneByOne), Last = last };
        }

        var days = view.Last.DayNumber - view.First.DayNumber + 1;
        var places = Math.Min(days, period.Kind switch { PeriodKind.Year => PlacesOfYear, PeriodKind.All => PlacesOfAll, _ => DaysShownOneByOne });
        view = view with { Width = (days + places - 1) / places };
        places = (days + view.Width - 1) / view.Width;

        // One by one, each value is of the athlete's day. Weeks are put together by CentralDB, which then answers only with them.
        // It cuts moments exactly and days into whole ones, so whole places are asked for: the last may go on after the period.
        var range = view.Width == 1 && days <= DaysShownOneByOne
            ? $"resolution=day&{Range(view.First, view.Last)}"
            : $"points={places}&{Range(view.First, view.First.AddDays((places * view.Width) - 1))}";
        var (found, problem) = await SeriesAsync(userId, types, range, cancellationToken);
        return problem is not null
            ? (null, problem)
            : (view with { Curves = [.. found.GroupBy(series => series.MetricType, StringComparer.Ordinal).Select(series => OfDays(series.Key, series.SelectMany(one => one.Points), view))] }, null);
    }

    // A call takes so many metrics; the calls, two of them at most, are made at once.
    private async Task<(IReadOnlyList<HealthSeries> Found, ApiProblem? Problem)> SeriesAsync(string userId, IReadOnlyList<string> types, string range, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(types.Chunk(HealthTypes.MostInACall).Select(some => api.HealthAsync(userId, some, range, cancellationToken)));
        return ([.. answers.SelectMany(answer => answer.Value?.Metrics ?? [])], answers.Select(answer => answer.Problem).FirstOrDefault(problem => problem is not null));
    }

    private async Task<(HealthView? View, ApiProblem? Problem)> DayAsync(string userId, HealthView view, CancellationToken cancellationToken)
    {
        var dayAsked = api.AthleteDayAsync(userId, view.First, cancellationToken);
        var figuresAsked = api.HealthAsync(userId, HealthTypes.Figures, $"resolution=day&{Range(view.First, view.First)}", cancellationToken);
        await Task.WhenAll(dayAsked, figuresAsked);
        var (day, figures) = (await dayAsked, await figuresAsked);
        if (day.Value is not { } athlete || figures.Value is not { } values)
        {
            return (null, day.Problem ?? figures.Problem);
        }

        var start = athlete.Start ?? time.Midnight(view.First);
        var end = athlete.End ?? time.Midnight(view.First.AddDays(1));
        view = view with
        {
            Day = athlete,
            Start = start,
            End = end,
            Figures = [.. values.Metrics.Select(metric => new LatestValue(metric.MetricType, null, view.First, metric.Points[^1].Value, metric.Unit))],
        };
        var types = HealthTypes.Intraday.Where(view.Known.Contains).ToList();
        if (types.Count == 0)
        {
            return (view, null);
        }

        var curves = await api.HealthAsync(userId, types, $"points={PointsOfDay}&from={Moment(start)}&to={Moment(end.AddSeconds(-1))}", cancellationToken);
        return curves.Value is { } data
            ? (view with { Curves = [.. data.Metrics.Where(series => !series.Daily).Select(series => OfDay(series, view))] }, null)
            : (null, curves.Problem);
    }

    private static Curve OfDays(string type, IEnumerable<HealthPoint> points, HealthView view)
    {
        List<HealthPoint> within = [.. points.Where(point => point.Day >= view.First && point.Day <= view.Last).OrderBy(point => point.Day)];

        // Weighings of a week have a place together. There is no mean of a status.
        var found = within.GroupBy(point => (point.Day.DayNumber - view.First.DayNumber) / view.Width)
            .ToDictionary(place => place.Key, place => type == HealthTypes.Status ? place.Last().Last : Mean(place)!.Value);
        var places = ((view.Last.DayNumber - view.First.DayNumber) / view.Width) + 1;
        return new(type, [.. Enumerable.Range(0, places).Select(place => found.TryGetValue(place, out var value) ? Round(value) : (double?)null)], Mean(within), within.LastOrDefault()?.Last);
    }

    private static Curve OfDay(HealthSeries series, HealthView view)
    {
        var values = new double?[PointsOfDay];
        var width = (view.End - view.Start).TotalSeconds / PointsOfDay;
        foreach (var point in series.Points)
        {
            var place = (int)Math.Round((point.Timestamp.GetValueOrDefault() - view.Start).TotalSeconds / width);
            if (place is >= 0 and < PointsOfDay)
            {
                values[place] = Round(point.Value);
            }
        }

        return new(series.MetricType, values, Mean(series.Points), series.Points is [.., var latest] ? latest.Last : null);
    }

    // A point of seven days counts seven times as much as one of a day.
    private static double? Mean(IEnumerable<HealthPoint> points)
    {
        var (sum, count) = points.Aggregate((Sum: 0.0, Count: 0L), (all, point) => (all.Sum + (point.Value * point.Count), all.Count + point.Count));
        return count > 0 ? sum / count : null;
    }

    // More digits than are shown would only go to the browser and back.
    private static double Round(double value) => Math.Round(value, 2);

    private static string Range(DateOnly from, DateOnly to) => string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
