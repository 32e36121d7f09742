using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>A lap.</summary>
/// <param name="Trigger">What ended it, such as <c>distance</c> or <c>manual</c>; null when the file does not say it.</param>
/// <param name="Intensity">What it is of an interval training, such as <c>warmup</c>; null when the file does not say it.</param>
/// <param name="Totals">Its totals.</param>
internal sealed record TrackLap(string? Trigger, string? Intensity, TrackTotals Totals)
{
    public static TrackLap Of(FitLap lap, TrackClock clock) => new(lap.Trigger?.ToString(), lap.Intensity?.ToString(), TrackTotals.Of(lap.Totals, clock));
}
