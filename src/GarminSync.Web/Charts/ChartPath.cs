using System.Globalization;
using System.Text;

namespace GarminSync.Web.Charts;

/// <summary>Shapes as data of SVG paths. A place without a value is a gap, never a line across it.</summary>
internal static class ChartPath
{
    /// <summary>A line through the points, interrupted where there is none and where it is said to be.</summary>
    /// <param name="points">In the order in which they are joined.</param>
    /// <param name="breakAfter">Whether nothing joins the point of this index and the next.</param>
    public static string Line(IReadOnlyList<(double X, double Y)?> points, Func<int, bool> breakAfter)
    {
        var path = new StringBuilder();
        foreach (var (from, before) in Stretches(points, breakAfter))
        {
            Append(path, 'M', points[from]!.Value);
            for (var i = from + 1; i < before; i++)
            {
                Append(path, 'L', points[i]!.Value);
            }

            if (before == from + 1)
            {
                // A round end makes it a dot.
                path.Append("h.01");
            }
        }

        return path.ToString();
    }

    /// <summary>What lies between the points and a height.</summary>
    public static string Area(IReadOnlyList<(double X, double Y)?> points, double bottom, Func<int, bool> breakAfter) =>
        Between(points, [.. points.Select(point => point is { } known ? (known.X, bottom) : ((double, double)?)null)], breakAfter);

    /// <summary>What lies between two lines; a gap where one of them has none.</summary>
    public static string Between(IReadOnlyList<(double X, double Y)?> upper, IReadOnlyList<(double X, double Y)?> lower, Func<int, bool> breakAfter)
    {
        (double X, double Y)?[] both = [.. upper.Select((point, i) => lower[i] is null ? null : point)];
        var path = new StringBuilder();
        foreach (var (from, before) in Stretches(both, breakAfter))
        {
            Append(path, 'M', upper[from]!.Value);
            for (var i = from + 1; i < before; i++)
            {
                Append(path, 'L', upper[i]!.Value);
            }

            for (var i = before - 1; i >= from; i--)
            {
                Append(path, 'L', lower[i]!.Value);
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    /// <summary>A number as SVG writes it, to a tenth.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<(int From, int Before)> Stretches(IReadOnlyList<(double X, double Y)?> points, Func<int, bool> breakAfter)
    {
        for (var from = 0; from < points.Count; from++)
        {
            if (points[from] is null)
            {
                continue;
            }

            var before = from + 1;
            while (before < points.Count && points[before] is not null && !breakAfter(before - 1))
            {
                before++;
            }

            yield return (from, before);
            from = before - 1;
        }
    }

    private static void Append(StringBuilder path, char command, (double X, double Y) point) =>
        path.Append(command).Append(Number(point.X)).Append(' ').Append(Number(point.Y));
}
