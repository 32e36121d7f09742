using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>An activity, or one sport of a multisport activity, as a whole.</summary>
/// <param name="Sport">Such as <c>cycling</c>; null when the file does not say it.</param>
/// <param name="SubSport">Such as <c>mountain</c>; null when the file does not say it.</param>
/// <param name="Totals">Its totals.</param>
internal sealed record TrackSession(string? Sport, string? SubSport, TrackTotals Totals)
{
    public static TrackSession Of(FitSession session, TrackClock clock) =>
        new(session.Sport?.ToString(), session.SubSport?.ToString(), TrackTotals.Of(session.Totals, clock));
}
