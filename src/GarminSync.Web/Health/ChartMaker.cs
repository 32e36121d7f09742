using GarminSync.Web.Charts;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Health;

/// <summary>Makes charts of what was read. A metric that the account does not have has no chart.</summary>
internal sealed class ChartMaker(HealthView view)
{
    /// <summary>Whether each place is a day.</summary>
    public bool IsDayByDay => view.Width == 1;

    public bool Has(string type) => view.Known.Contains(type);

    /// <summary>The first of these that has values in these days, or that the account has; the first of all when it has none.</summary>
    public string AnyOf(params IReadOnlyList<string> types) => types.FirstOrDefault(type => view.Of(type) is not null) ?? types.FirstOrDefault(Has) ?? types[0];

    public IReadOnlyList<double?>? Values(string type) => view.Of(type)?.Values;

    /// <summary>A series; none when there are no values in these days.</summary>
    public IEnumerable<ChartSeries> Series(string name, string type, ChartShape shape, string tone) => Values(type) is { } values
        ? [new ChartSeries { Name = name, Values = values, Shape = shape, Tone = tone, Usual = Usual(values), Text = value => HealthNumbers.Text(type, value) }]
        : [];

    /// <summary>What lies between two metrics.</summary>
    public IEnumerable<ChartSeries> Band(string name, string low, string high, string tone) => Values(low) is { } lows && Values(high) is { } highs
        ? [new ChartSeries { Name = name, Values = lows, Highs = highs, Shape = ChartShape.Band, Tone = tone, Text = value => HealthNumbers.Text(low, value) }]
        : [];

    /// <summary>The chart of a metric, with whatever else is drawn in it; none when the account does not have the metric.</summary>
    public IEnumerable<HealthChart> Chart(string title, string type, IEnumerable<ChartSeries> series, bool fromZero = false, double smallestRange = 0, Func<double, string>? mark = null)
    {
        if (!Has(type))
        {
            return [];
        }

        List<ChartSeries> drawn = [.. series];
        var axis = ChartAxis.Numbers(drawn.SelectMany(one => one.Values.Concat(one.Highs ?? [])), value => HealthNumbers.Text(type, value), mark, fromZero, smallestRange);
        return [new HealthChart(title, Mean(type), axis, drawn)];
    }

    /// <summary>The chart of a metric alone.</summary>
    public IEnumerable<HealthChart> Chart(string title, string type, ChartShape shape, string tone, bool fromZero = false, double smallestRange = 0) =>
        Chart(title, type, Series(title, type, shape, tone), fromZero, smallestRange);

    /// <summary>The means of two metrics, in words; null without any.</summary>
    public string? Mean(string low, string high)
    {
        var (lows, highs) = (view.Of(low)?.Mean, view.Of(high)?.Mean);
        return lows is null || highs is null ? null : Texts.Health_Mean.With($"{HealthNumbers.Text(low, lows.Value)} – {HealthNumbers.Text(high, highs.Value)}");
    }

    /// <summary>The mean of the values, in words; null without any.</summary>
    public string? Mean(string type) => view.Of(type)?.Mean is { } mean ? Texts.Health_Mean.With(HealthNumbers.Text(type, mean)) : null;

    /// <summary>The latest value; null without any.</summary>
    public double? Last(string type) => view.Of(type)?.Last;

    // Through a day one watch measures every two minutes and another every ten; a day that lacks in a month is a gap.
    private int? Usual(IReadOnlyList<double?> values)
    {
        if (view.Day is null)
        {
            return null;
        }

        List<int> known = [.. Enumerable.Range(0, values.Count).Where(place => values[place] is not null)];
        List<int> distances = [.. known.Zip(known.Skip(1), (one, next) => next - one).Order()];
        return distances.Count == 0 ? null : distances[distances.Count / 2];
    }
}
