namespace GarminSync.Web.Api;

/// <summary>A lap, and what ended it.</summary>
public sealed record TrackLap(string? Trigger, string? Intensity, TrackTotals Totals);
