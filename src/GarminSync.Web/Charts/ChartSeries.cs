namespace GarminSync.Web.Charts;

/// <summary>Values that a chart draws, one for each place of its group.</summary>
public sealed record ChartSeries
{
    /// <summary>What it is, for the words under the crosshair.</summary>
    public required string Name { get; init; }

    /// <summary>One for each place; null is a gap. Of a band the lower edge.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>The upper edge of a band, one for each place; null for everything else.</summary>
    public IReadOnlyList<double?>? Highs { get; init; }

    /// <summary>How it is drawn.</summary>
    public ChartShape Shape { get; init; }

    /// <summary>The colour, as a class of chart.css: <c>tone-heart</c>, <c>tone-speed</c>, …</summary>
    public string Tone { get; init; } = "tone-plain";

    /// <summary>Writes a value; null as the axis does.</summary>
    public Func<double, string>? Text { get; init; }
}
