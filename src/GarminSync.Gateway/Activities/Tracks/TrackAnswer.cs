using CentralDb.Client;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>What there is to draw of an activity.</summary>
/// <param name="GarminActivityId">Garmin's id.</param>
/// <param name="Part">Which of the activity's FIT files it is from.</param>
/// <param name="StartTime">When the first record was made, in UTC; null when the device did not know the date.</param>
/// <param name="UtcOffsetSeconds">How many seconds the clock of the place was ahead of UTC; null when it is not known.</param>
/// <param name="Records">How many records the file has.</param>
/// <param name="Curves">The records, thinned.</param>
/// <param name="Sessions">A total for each sport; none in a file that was cut short.</param>
/// <param name="Laps">In the order of the file.</param>
/// <param name="Pauses">In the order of the file.</param>
/// <param name="Holes">In the order of the file.</param>
/// <param name="Faults">What is wrong with the file; none of a sound one.</param>
internal sealed record TrackAnswer(
    long GarminActivityId,
    int Part,
    DateTimeOffset? StartTime,
    int? UtcOffsetSeconds,
    int Records,
    TrackCurves Curves,
    IReadOnlyList<TrackSession> Sessions,
    IReadOnlyList<TrackLap> Laps,
    IReadOnlyList<TrackPause> Pauses,
    IReadOnlyList<TrackHole> Holes,
    IReadOnlyList<TrackFault> Faults)
{
    public static TrackAnswer Of(ActivityOverview activity, StoredActivityFile file, Track track) => new(
        activity.GarminActivityId,
        file.FilePart,
        track.StartTime,
        activity.UtcOffsetSeconds,
        track.Records,
        track.Curves,
        track.Sessions,
        track.Laps,
        track.Pauses,
        track.Holes,
        track.Faults);
}
