using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>What a FIT file has to draw.</summary>
/// <param name="StartTime">When the first record was made, in UTC; null when the device did not know the date.</param>
/// <param name="Records">How many records the file has.</param>
/// <param name="Curves">The records, thinned.</param>
/// <param name="Sessions">A total for each sport; none in a file that was cut short.</param>
/// <param name="Laps">In the order of the file.</param>
/// <param name="Pauses">In the order of the file.</param>
/// <param name="Faults">What is wrong with the file; none of a sound one.</param>
internal sealed record Track(
    DateTimeOffset? StartTime,
    int Records,
    TrackCurves Curves,
    IReadOnlyList<TrackSession> Sessions,
    IReadOnlyList<TrackLap> Laps,
    IReadOnlyList<TrackPause> Pauses,
    IReadOnlyList<TrackFault> Faults)
{
    public static Track Of(FitActivity activity, int points)
    {
        var clock = TrackClock.Of(activity);
        return new(
            clock.Zero is { } zero ? zero.Utc : activity.StartTime,
            activity.Records.Count,
            TrackCurves.Of(activity.Records, clock).Thinned(activity.Records.Count, points),
            [.. activity.Sessions.Select(session => TrackSession.Of(session, clock))],
            [.. activity.Laps.Select(lap => TrackLap.Of(lap, clock))],
            TrackPause.Of(activity.Events, clock),
            [.. activity.Faults.Select(TrackFault.Of)]);
    }
}
