using GarminSync.Web.Charts;

namespace GarminSync.Web.Activities;

/// <summary>A track on paper: north is up, and a metre is as long in every direction.</summary>
internal sealed record TrackShape
{
    // The longer side of the paper.
    private const double Size = 1000;
    private const double Margin = 44;
    private const double MetersInADegree = 111_195;

    // A runner on a treadmill whose position trembles is not to fill the paper.
    private const double LeastMeters = 50;

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required double WidthMeters { get; init; }

    public required double HeightMeters { get; init; }

    /// <summary>As data of an SVG path.</summary>
    public required string Path { get; init; }

    /// <summary>For chart.js: <c>x,y</c> of each record, <c>-</c> where it has none.</summary>
    public required string Places { get; init; }

    public (double X, double Y)? Start { get; init; }

    public (double X, double Y)? End { get; init; }

    /// <summary>A round length that fits well into the width.</summary>
    public required double BarMeters { get; init; }

    /// <summary>How long that is on the paper.</summary>
    public required double BarWidth { get; init; }

    /// <param name="latitude">Degrees, positive to the north; null where a record has no place.</param>
    /// <param name="longitude">Degrees, positive to the east; null where a record has no place.</param>
    /// <param name="breakAfter">Whether nothing joins the place of this index and the next.</param>
    public static TrackShape Of(IReadOnlyList<double?> latitude, IReadOnlyList<double?> longitude, Func<int, bool> breakAfter)
    {
        var meters = Meters(latitude, longitude);
        var known = meters.OfType<(double X, double Y)>().DefaultIfEmpty().ToList();
        var (left, right, top, bottom) = (known.Min(place => place.X), known.Max(place => place.X), known.Min(place => place.Y), known.Max(place => place.Y));
        var longer = Math.Max(LeastMeters, Math.Max(right - left, bottom - top));
        var scale = (Size - (2 * Margin)) / longer;

        // Narrow paper would be a stripe, however wide the window is.
        var (width, height) = (Math.Max((right - left) * scale, Size * 0.4) + (2 * Margin), Math.Max((bottom - top) * scale, Size * 0.4) + (2 * Margin));
        (double X, double Y)?[] places =
        [
            .. meters.Select(place => place is { } at
                ? ((width / 2) + ((at.X - ((left + right) / 2)) * scale), (height / 2) + ((at.Y - ((top + bottom) / 2)) * scale))
                : ((double, double)?)null),
        ];
        var bar = RoundBelow(width / scale / 4);
        return new()
        {
            Width = width,
            Height = height,
            WidthMeters = right - left,
            HeightMeters = bottom - top,
            Path = ChartPath.Line(places, breakAfter),
            Places = string.Join(' ', places.Select(place => place is { } at ? $"{ChartPath.Number(at.X)},{ChartPath.Number(at.Y)}" : "-")),
            Start = Array.Find(places, place => place is not null),
            End = Array.FindLast(places, place => place is not null),
            BarMeters = bar,
            BarWidth = bar * scale,
        };
    }

    // Degrees of longitude get shorter towards the poles: that of the middle of the track is right for all that somebody runs, and near enough for what somebody flies.
    private static List<(double X, double Y)?> Meters(IReadOnlyList<double?> latitude, IReadOnlyList<double?> longitude)
    {
        var known = latitude.OfType<double>().DefaultIfEmpty().ToList();
        var shrink = Math.Cos((known.Min() + known.Max()) / 2 * Math.PI / 180);
        var origin = longitude.FirstOrDefault(degrees => degrees is not null) ?? 0;
        return
        [
            .. latitude.Zip(longitude, (north, east) => north is { } lat && east is { } lon
                ? (FromOrigin(lon - origin) * shrink * MetersInADegree, -lat * MetersInADegree)
                : ((double, double)?)null),
        ];
    }

    // Across the 180th meridian it is a step, and not around the world.
    private static double FromOrigin(double degrees) => degrees - (360 * Math.Round(degrees / 360));

    private static double RoundBelow(double meters)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(meters)));
        return (meters / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }
}
