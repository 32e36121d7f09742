namespace GarminSync.Web.Api;

/// <summary>What there is to draw of an activity, as <c>GET …/track</c> tells it.</summary>
public sealed record Track(
    int Records,
    TrackCurves Curves,
    IReadOnlyList<TrackSession> Sessions,
    IReadOnlyList<TrackLap> Laps,
    IReadOnlyList<TrackPause> Pauses,
    IReadOnlyList<TrackHole> Holes,
    IReadOnlyList<TrackFault> Faults);
