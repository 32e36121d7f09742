namespace GarminConnect.Simulator.Activities;

/// <summary>The recording of one sport; an activity has one, a multisport activity several.</summary>
internal sealed record Leg(Sport Sport, Effort Totals, IReadOnlyList<TrackPoint> Points, IReadOnlyList<Effort> Laps)
{
    /// <summary>Where the watch was paused: the last point before, and the first after. Null without a pause.</summary>
    public (TrackPoint Before, TrackPoint After)? Pause =>
        Points.Zip(Points.Skip(1)).Where(pair => pair.Second.ElapsedSeconds - pair.First.ElapsedSeconds != pair.Second.TimerSeconds - pair.First.TimerSeconds)
            .Select(pair => ((TrackPoint, TrackPoint)?)pair).FirstOrDefault();
}
