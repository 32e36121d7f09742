using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>What a FIT file has to draw.</summary>
/// <param name="StartTime">When the first record was made, in UTC; null when the device did not know the date.</param>
/// <param name="Records">How many records the file has.</param>
/// <param name="Curves">The records, thinned.</param>
/// <param name="Sessions">A total for each sport; none in a file that was cut short.</param>
/// <param name="Laps">In the order of the file.</param>
/// <param name="Pauses">In the order of the file.</param>
/// <param name="Holes">In the order of the file.</param>
/// <param name="Faults">What is wrong with the file; none of a sound one.</param>
internal sealed record Track(
    DateTimeOffset? StartTime,
    int Records,
    TrackCurves Curves,
    IReadOnlyList<TrackSession> Sessions,
    IReadOnlyList<TrackLap> Laps,
    IReadOnlyList<TrackPause> Pauses,
    IReadOnlyList<TrackHole> Holes,
    IReadOnlyList<TrackFault> Faults)
{
    public static Track Of(FitActivity activity, int points)
    {
        var clock = TrackClock.Of(activity);
        var curves = TrackCurves.Of(activity.Records, clock);
        var pauses = TrackPause.Of(activity.Events, clock);
        var holes = TrackHole.Of(curves.ElapsedSeconds, pauses);
        return new(
            clock.Zero is { } zero ? zero.Utc : activity.StartTime,
            activity.Records.Count,
            curves.Thinned(activity.Records.Count, points, pauses, holes),
            [.. activity.Sessions.Select(session => TrackSession.Of(session, clock))],
            [.. activity.Laps.Select(lap => TrackLap.Of(lap, clock))],
            pauses,
            holes,
            [.. activity.Faults.Select(TrackFault.Of)]);
    }
}
