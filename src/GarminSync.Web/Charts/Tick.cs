namespace GarminSync.Web.Charts;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where, in the unit of the axis.</param>
/// <param name="Text">What is written there.</param>
public sealed record Tick(double Value, string Text);
