namespace GarminSync.Web.Health;

/// <summary>A metric as it is drawn: a value for each place of the chart, null for a gap. Small, because it goes to the browser and back once.</summary>
/// <param name="Type">What is measured.</param>
/// <param name="Values">From the first place on.</param>
/// <param name="Mean">Of all values, not of the places, which may have more or fewer of them; null without any.</param>
/// <param name="Last">The latest value; null without any.</param>
public sealed record Curve(string Type, IReadOnlyList<double?> Values, double? Mean, double? Last);
