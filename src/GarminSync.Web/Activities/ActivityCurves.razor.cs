using GarminSync.Web.Api;
using GarminSync.Web.Charts;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Activities;

/// <summary>The track of an activity and its curves, those that there are.</summary>
public sealed partial class ActivityCurves
{
    private readonly List<Curve> _drawn = [];
    private TrackCurves _curves = default!;
    private IReadOnlyList<double> _x = [];
    private ChartAxis _axis = default!;
    private IReadOnlySet<int> _gaps = new HashSet<int>();
    private IReadOnlySet<int> _holes = new HashSet<int>();
    private bool _hasDistance;

    /// <summary>What there is to draw.</summary>
    [Parameter, EditorRequired]
    public Track Track { get; set; } = default!;

    /// <summary>The kind of activity, as Garmin names it.</summary>
    [Parameter]
    public string? Type { get; set; }

    /// <summary>Whether the curves are over the distance, where there is one; else over time.</summary>
    [Parameter]
    public bool OverDistance { get; set; }

    /// <summary>The address of this page with the curves over the distance, or over time.</summary>
    [Parameter, EditorRequired]
    public Func<bool, string> Address { get; set; } = default!;

    private bool HasPlaces => _curves is { Latitude: not null, Longitude: not null };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _curves = Track.Curves.Where(i => Track.Curves.ElapsedSeconds![i] is not null);
        var elapsed = Known(_curves.ElapsedSeconds);
        var distance = Known(_curves.DistanceMeters);
        _hasDistance = distance.Length > 0 && distance[^1] > 0;
        var holes = Track.Holes.Select(hole => (hole.FromElapsedSeconds, hole.ToElapsedSeconds));
        _holes = TrackGaps.Of(elapsed, holes);
        _gaps = TrackGaps.Of(elapsed, holes.Concat(Track.Pauses.Select(pause => (pause.FromElapsedSeconds, pause.ToElapsedSeconds))));
        var over = OverDistance && _hasDistance;
        _x = over ? distance : elapsed;
        _axis = over ? ChartAxis.Across(0, distance[^1], meters => Figures.Distance(meters), Kilometres) : ChartAxis.Elapsed(elapsed.Length > 0 ? elapsed[^1] : 0);
        _drawn.Clear();
        Draw(elapsed, distance);
    }

    private static string Kilometres(double meters) => $"{meters / 1000:0.##} km";

    // A record without a distance is where the one before it was.
    private static double[] Known(IReadOnlyList<double?>? column)
    {
        if (column is null)
        {
            return [];
        }

        var known = new double[column.Count];
        var last = 0.0;
        for (var i = 0; i < known.Length; i++)
        {
            last = Math.Max(last, column[i] ?? last);
            known[i] = last;
        }

        return known;
    }

    // What was thinned has its highest value still, but half of it are extremes: a mean is the device's or none.
    private static string Mean(double? mean, IReadOnlyList<double?> values, Func<double, string> text)
    {
        var highest = text(values.OfType<double>().Max());
        return mean is { } known ? Texts.Activities_MeanAndMost.With(text(known), highest) : Texts.Activities_Most.With(highest);
    }

    private bool Breaks(int index) => _gaps.Contains(index);

    // Whoever pauses goes on from the same place, more or less; in a hole nobody knows the way.
    private bool IsHole(int index) => _holes.Contains(index);

    private void Draw(double[] elapsed, double[] distance)
    {
        var unit = SpeedUnit.Of(Type);

        // Of several sports no total is that of the whole.
        var totals = Track.Sessions is [var session] ? session.Totals : null;
        Add(Texts.Activities_HeartRate, "tone-heart", _curves.HeartRate, value => Figures.HeartRate(value), smallestRange: 30, totals?.AverageHeartRate);
        AddSpeed(unit, [.. (_curves.SpeedMetersPerSecond ?? Speeds(elapsed, distance)).Select(unit.Value)], unit.Value(totals?.Speed));
        Add(Texts.Activities_Elevation, "tone-ground", _curves.ElevationMeters, value => Figures.Elevation(value), smallestRange: 30, shape: ChartShape.Area, summary: Ascent(_curves.ElevationMeters));
        Add(Texts.Activities_Power, "tone-power", _curves.PowerWatts, value => Figures.Power(value), smallestRange: 50, totals?.AveragePowerWatts);
        Add(
            Texts.Activities_Cadence,
            "tone-cadence",
            _curves.CadenceRpm is { } rpm ? [.. rpm.Select(value => Cadence.Value(value, Type))] : null,
            value => Cadence.TextOf(value, Type),
            smallestRange: 30,
            Cadence.Value(totals?.AverageCadenceRpm, Type));
    }

    private static string? Ascent(IReadOnlyList<double?>? meters) => meters?.OfType<double>().ToList() is { Count: > 0 } known
        ? Texts.Activities_LowestAndHighest.With(Figures.Elevation(known.Min()), Figures.Elevation(known.Max()))
        : null;

    // Devices that measure no speed still count metres.
    private static List<double?> Speeds(double[] elapsed, double[] distance) =>
        [.. elapsed.Select((time, i) => i > 0 && distance.Length > 0 && time > elapsed[i - 1] ? (distance[i] - distance[i - 1]) / (time - elapsed[i - 1]) : (double?)null)];

    private void Add(
        string title,
        string tone,
        IReadOnlyList<double?>? values,
        Func<double, string> text,
        double smallestRange,
        double? mean = null,
        ChartShape shape = ChartShape.Line,
        string? summary = null)
    {
        if (values?.Any(value => value is not null) == true)
        {
            var series = new ChartSeries { Name = title, Values = values, Tone = tone, Shape = shape };
            _drawn.Add(new(title, summary ?? Mean(mean, values, text), ChartAxis.Numbers(values, text, smallestRange: smallestRange), series));
        }
    }

    private void AddSpeed(SpeedUnit unit, IReadOnlyList<double?> values, double? mean)
    {
        if (!unit.IsPace)
        {
            if (values.Any(value => value > 0))
            {
                // What is reckoned from thinned records has not the highest of all.
                var summary = _curves.SpeedMetersPerSecond is null ? (mean is { } known ? Texts.Activities_Mean.With(unit.TextOf(known)) : "") : null;
                Add(unit.Name, "tone-speed", values, unit.TextOf, smallestRange: 5, mean, summary: summary);
            }

            return;
        }

        var paces = values.OfType<double>().Order().ToList();
        if (paces.Count == 0)
        {
            return;
        }

        // Somebody who nearly stands has a pace of an hour. The axis ends where all but a few values do; the values under the crosshair are the true ones.
        var (fastest, median) = (paces[paces.Count / 200], paces[paces.Count / 2]);
        var slowest = Math.Min(paces[paces.Count * 97 / 100], median * 2.5);
        var room = Math.Max(15, (slowest - fastest) * 0.08);
        var axis = ChartAxis.Durations(fastest - room, slowest + room, unit.TextOf, unit.Mark) with { Reversed = true };
        var series = new ChartSeries { Name = unit.Name, Values = values, Tone = "tone-speed" };
        _drawn.Add(new(unit.Name, mean is { } pace ? Texts.Activities_Mean.With(unit.TextOf(pace)) : null, axis, series));
    }

    private sealed record Curve(string Title, string? Summary, ChartAxis Axis, ChartSeries Series);
}
