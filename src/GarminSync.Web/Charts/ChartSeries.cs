namespace GarminSync.Web.Charts;

/// <summary>Values that a chart draws, one for each place of its group.</summary>
public sealed record ChartSeries
{
    /// <summary>What it is, for the words under the crosshair.</summary>
    public required string Name { get; init; }

    /// <summary>One for each place; null is a gap. Of a band the lower edge, of bars on other bars the foot.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>The upper edge of a band, or the head of bars that stand on others, one for each place; null for everything else.</summary>
    public IReadOnlyList<double?>? Highs { get; init; }

    /// <summary>How it is drawn.</summary>
    public ChartShape Shape { get; init; }

    /// <summary>
    /// How many places apart its values usually are, where that tells how it is drawn: bars begin at their place and are so wide, and a line goes on over at most three times as many.
    /// Null: bars stand over their place, and a place without a value is a gap.
    /// </summary>
    public int? Usual { get; init; }

    /// <summary>The colour, as a class of chart.css: <c>tone-heart</c>, <c>tone-speed</c>, …</summary>
    public string Tone { get; init; } = "tone-plain";

    /// <summary>Writes a value; null as the axis does.</summary>
    public Func<double, string>? Text { get; init; }

    /// <summary>What is said of a place: a value, from where to where a band goes, or how long a bar on others is; empty where there is none.</summary>
    /// <param name="place">Its index.</param>
    /// <param name="axis">Writes values, if the series does not.</param>
    public string TextAt(int place, ChartAxis axis)
    {
        var text = Text ?? axis.Text;
        return (Values[place], Highs?[place]) switch
        {
            (null, _) => "",
            ({ } low, { } high) => Shape == ChartShape.Bars ? text(high - low) : $"{text(low)} – {text(high)}",
            ({ } value, null) => text(value),
        };
    }
}
