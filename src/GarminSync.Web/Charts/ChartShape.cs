namespace GarminSync.Web.Charts;

/// <summary>How the values of a series are drawn.</summary>
public enum ChartShape
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line, and what is under it.</summary>
    Area,

    /// <summary>A bar a value, from zero.</summary>
    Bars,

    /// <summary>What lies between two values.</summary>
    Band,

    /// <summary>A dot a value.</summary>
    Dots,
}
