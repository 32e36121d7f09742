using System.Globalization;

namespace GarminSync.Web.Charts;

/// <summary>One direction of a chart: from where to where, its marks, and how a value is written.</summary>
public sealed record ChartAxis
{
    private const int MostMarksAcross = 6;
    private const int MostMarksUp = 4;

    private ChartAxis(double min, double max, IReadOnlyList<Tick> ticks, Func<double, string> text) => (Min, Max, Ticks, Text) = (min, max, ticks, text);

    /// <summary>The smallest value.</summary>
    public double Min { get; }

    /// <summary>The largest value; more than the smallest.</summary>
    public double Max { get; }

    /// <summary>The marks, in order.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>Writes a value with its unit.</summary>
    public Func<double, string> Text { get; }

    /// <summary>Whether small values are at the far end, as with a pace, of which less is faster.</summary>
    public bool Reversed { get; init; }

    /// <summary>The height of a chart: all values, with a little room.</summary>
    /// <param name="values">What is drawn; null is nothing.</param>
    /// <param name="text">Writes a value with its unit.</param>
    /// <param name="mark">Writes a value at a mark.</param>
    /// <param name="fromZero">Whether zero is on it, as bars need.</param>
    /// <param name="smallestRange">At least so far from the smallest to the largest, so that noise does not look like a mountain.</param>
    public static ChartAxis Numbers(IEnumerable<double?> values, Func<double, string> text, Func<double, string>? mark = null, bool fromZero = false, double smallestRange = 0)
    {
        var (min, max) = RangeOf(values);
        var lacking = Math.Max(0, smallestRange - (max - min)) / 2;
        var room = ((max - min) + (2 * lacking)) * 0.06;
        (min, max) = fromZero ? (Math.Min(0, min), Math.Max(0, max) + room) : (min - lacking - room, max + lacking + room);
        if (max <= min)
        {
            (min, max) = (min - 1, max + 1);
        }

        return new(min, max, Charts.Ticks.Numbers(min, max, MostMarksUp, mark ?? Plain), text);
    }

    /// <summary>The height of a chart of durations in seconds, such as a pace.</summary>
    /// <param name="min">The smallest.</param>
    /// <param name="max">The largest.</param>
    /// <param name="text">Writes a value with its unit.</param>
    /// <param name="mark">Writes a value at a mark.</param>
    public static ChartAxis Durations(double min, double max, Func<double, string> text, Func<double, string> mark)
    {
        (min, max) = max > min ? (min, max) : (min - 1, max + 1);
        return new(min, max, Charts.Ticks.Durations(min, max, MostMarksUp, mark), text);
    }

    /// <summary>The width of a chart over time since a start, in seconds.</summary>
    public static ChartAxis Elapsed(double max) => new(0, Math.Max(1, max), Charts.Ticks.Durations(0, Math.Max(1, max), MostMarksAcross, Clock), Clock);

    /// <summary>The width of a chart over a number, such as a distance.</summary>
    public static ChartAxis Across(double min, double max, Func<double, string> text, Func<double, string>? mark = null)
    {
        max = max > min ? max : min + 1;
        return new(min, max, Charts.Ticks.Numbers(min, max, MostMarksAcross, mark ?? text), text);
    }

    /// <summary>The width of a chart over a day or so. Values are seconds since 1970, UTC.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end.</param>
    /// <param name="zone">Whose clock the marks are of.</param>
    public static ChartAxis TimeOfDay(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (min, max) = ((double)from.ToUnixTimeSeconds(), (double)Math.Max(to.ToUnixTimeSeconds(), from.ToUnixTimeSeconds() + 1));
        return new(min, max, Charts.Ticks.TimesOfDay(min, max, MostMarksAcross, zone), Text);

        string Text(double value) =>
            TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds((long)(value * 1000)), zone).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The width of a chart over days, both included. Values are <see cref="DateOnly.DayNumber"/>; each has the middle of a day's width.</summary>
    public static ChartAxis Days(DateOnly from, DateOnly to) => new(
        from.DayNumber - 0.5,
        Math.Max(from.DayNumber, to.DayNumber) + 0.5,
        Charts.Ticks.Days(from, to, MostMarksAcross + 1),
        value => DateOnly.FromDayNumber((int)Math.Round(value)).ToString("d MMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>Where a value is: 0 at the beginning, 1 at the end.</summary>
    public double ShareOf(double value) => Reversed ? (Max - value) / (Max - Min) : (value - Min) / (Max - Min);

    private static (double Min, double Max) RangeOf(IEnumerable<double?> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value is { } known)
            {
                (min, max) = (Math.Min(min, known), Math.Max(max, known));
            }
        }

        return min <= max ? (min, max) : (0, 1);
    }

    private static string Plain(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Clock(double seconds) => Shown.Durations.Clock(TimeSpan.FromSeconds(seconds));
}
