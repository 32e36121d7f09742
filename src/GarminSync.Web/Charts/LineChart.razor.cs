using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Charts;

/// <summary>
/// A chart of a <see cref="ChartGroup"/>, as SVG. Its width is that of the page: what is drawn is stretched, what is written is not. It has no style of its own, which the
/// page's policy would stop; colours are classes of chart.css.
/// </summary>
public sealed partial class LineChart
{
    private const double Width = 1000;

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Its figures in short, such as the mean and the largest; null for none. The crosshair's values take its place.</summary>
    [Parameter]
    public string? Summary { get; set; }

    /// <summary>The height.</summary>
    [Parameter, EditorRequired]
    public ChartAxis YAxis { get; set; } = default!;

    /// <summary>What is drawn; the last is on top.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>In pixels, without the marks under it.</summary>
    [Parameter]
    public int Height { get; set; } = 110;

    /// <summary>Whether the marks of the width are written under it; of charts above each other those of the last do.</summary>
    [Parameter]
    public bool ShowX { get; set; } = true;

    [CascadingParameter]
    private ChartGroup Group { get; set; } = default!;

    private string Y(double value) => ChartPath.Number(HeightOf(value));

    private string Across(double value) => $"{ChartPath.Number(Group.XAxis.ShareOf(value) * 100)}%";

    // The texts at both ends stay over the chart.
    private string Anchor(double value) => Group.XAxis.ShareOf(value) switch
    {
        < 0.04 => "start",
        > 0.96 => "end",
        _ => "middle",
    };

    private double HeightOf(double value) => (1 - YAxis.ShareOf(value)) * Height;

    // A group that gets other places tells its charts before they get the values of these places, and they draw once in between.
    private List<(double X, double Y)?> Points(IReadOnlyList<double?> values) =>
        [.. Group.X.Take(values.Count).Select((x, i) => values[i] is { } value ? (Group.XAxis.ShareOf(x) * Width, HeightOf(value)) : ((double, double)?)null)];

    private string? LineOf(ChartSeries series) => series.Shape switch
    {
        ChartShape.Line or ChartShape.Area => Joined(series, ChartPath.Line),
        ChartShape.Dots => ChartPath.Line(Points(series.Values), _ => true),
        _ => null,
    };

    private string? FillOf(ChartSeries series) => series.Shape switch
    {
        ChartShape.Area => Joined(series, (points, breakAfter) => ChartPath.Area(points, Height, breakAfter)),
        ChartShape.Band => ChartPath.Between(Points(series.Highs!), Points(series.Values), Group.BreakAfter),
        ChartShape.Bars => Bars(series),
        _ => null,
    };

    private string Joined(ChartSeries series, Func<IReadOnlyList<(double X, double Y)?>, Func<int, bool>, string> path)
    {
        var points = Points(series.Values);
        if (series.Usual is not { } usual)
        {
            return path(points, Group.BreakAfter);
        }

        List<int> known = [.. Enumerable.Range(0, points.Count).Where(place => points[place] is not null)];
        return path(
            [.. known.Select(place => points[place])],
            i => known[i + 1] - known[i] > 3 * usual || Enumerable.Range(known[i], known[i + 1] - known[i]).Any(Group.BreakAfter));
    }

    private string Bars(ChartSeries series)
    {
        var closest = Group.X.Zip(Group.X.Skip(1), (one, next) => next - one).DefaultIfEmpty(Group.XAxis.Max - Group.XAxis.Min).Min();
        var wide = closest * (series.Usual ?? 1) / (Group.XAxis.Max - Group.XAxis.Min) * Width;
        var (half, aside) = (wide * 0.36, series.Usual is null ? 0 : wide / 2);
        var zero = HeightOf(Math.Max(0, YAxis.Min));
        var feet = series.Highs is null ? null : Points(series.Values);
        return string.Concat(Points(series.Highs ?? series.Values).Select((point, i) => point is var (x, y) && (feet is null ? zero : feet[i]?.Y) is { } foot
            ? $"M{ChartPath.Number(x + aside - half)} {ChartPath.Number(foot)}V{ChartPath.Number(y)}H{ChartPath.Number(x + aside + half)}V{ChartPath.Number(foot)}Z"
            : ""));
    }

    // For chart.js: where the dot is at each place, and what is said; nothing where there is no value.
    private string Heights(ChartSeries series) => string.Join(' ', (series.Highs ?? series.Values).Select(value => value is { } known ? ChartPath.Number(Math.Clamp(HeightOf(known), 0, Height)) : "-"));

    private string TextsOf(ChartSeries series) => string.Join('|', series.Values.Select((_, i) => series.TextAt(i, YAxis)));
}
