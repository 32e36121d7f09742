namespace GarminConnect.Simulator.Activities;

/// <summary>Cuts a recording into laps of the sport's lap distance; the last takes the rest. The laps add up to the leg.</summary>
internal static class LapSplitter
{
    public static IReadOnlyList<Effort> Split(Sport sport, DateTimeOffset start, IReadOnlyList<TrackPoint> points, double timerSeconds)
    {
        var laps = new List<Effort>();
        var from = 0;
        for (var i = 1; i < points.Count; i++)
        {
            var last = i == points.Count - 1;
            if (last || LapIsFull(sport, points[from], points[i]))
            {
                var seconds = (last ? timerSeconds : points[i].TimerSeconds) - points[from].TimerSeconds;
                laps.Add(EffortSummary.Of(sport, start, [.. points.Skip(from).Take(i - from + 1)], seconds));
                from = i;
            }
        }

        return laps;
    }

    private static bool LapIsFull(Sport sport, TrackPoint from, TrackPoint to) =>
        sport.LapMeters > 0 && to.DistanceMeters - from.DistanceMeters >= sport.LapMeters;
}
