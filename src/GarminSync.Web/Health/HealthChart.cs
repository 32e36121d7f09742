using GarminSync.Web.Charts;

namespace GarminSync.Web.Health;

/// <summary>A chart of the page.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">Its figures in short; null for none.</param>
/// <param name="Axis">Its height.</param>
/// <param name="Series">What is drawn; none when the account has such values, and not in these days.</param>
public sealed record HealthChart(string Title, string? Summary, ChartAxis Axis, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>In pixels.</summary>
    public int Height { get; init; } = 110;
}
