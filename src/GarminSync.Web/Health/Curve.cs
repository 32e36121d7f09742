namespace GarminSync.Web.Health;

/// <summary>A metric as it is drawn: a value for each place of the chart, null for a gap. Small, because it goes to the browser and back once.</summary>
/// <param name="Type">What is measured.</param>
/// <param name="Values">From the first place on.</param>
public sealed record Curve(string Type, IReadOnlyList<double?> Values);
