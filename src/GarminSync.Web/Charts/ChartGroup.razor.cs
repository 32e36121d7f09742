using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Charts;

/// <summary>
/// Charts above each other, over the same places, with one crosshair for all of them: by mouse, by touch, and by the arrow keys once the Tab key has come to them.
/// What is under it is written beside them, and read out to whoever moves it by keys.
/// </summary>
public sealed partial class ChartGroup
{
    /// <summary>What the charts show, for somebody who does not see them.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Places across, in the unit of the axis, in rising order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<double> X { get; set; } = [];

    /// <summary>The width.</summary>
    [Parameter, EditorRequired]
    public ChartAxis XAxis { get; set; } = default!;

    /// <summary>Whether nothing joins the place of this index and the next, as in a pause.</summary>
    [Parameter]
    public Func<int, bool> BreakAfter { get; set; } = _ => false;

    /// <summary>The charts.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // For chart.js: where each place is, in hundredths of the width, and what it is called.
    private string Shares => string.Join(' ', X.Select(x => (XAxis.ShareOf(x) * 100).ToString("0.##", CultureInfo.InvariantCulture)));

    private string When => string.Join('|', X.Select(XAxis.Text));
}
