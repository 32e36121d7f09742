using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>A time in which the timer stood still.</summary>
/// <param name="FromElapsedSeconds">Seconds since the first record.</param>
/// <param name="ToElapsedSeconds">Seconds since the first record.</param>
internal sealed record TrackPause(double FromElapsedSeconds, double ToElapsedSeconds)
{
    public static IReadOnlyList<TrackPause> Of(IReadOnlyList<FitEvent> events, TrackClock clock)
    {
        var pauses = new List<TrackPause>();
        double? stopped = null;
        foreach (var timer in events.Where(one => one.Event?.Name == "timer"))
        {
            var time = clock.Elapsed(timer.Message.Timestamp);
            if (timer.Type?.Name?.StartsWith("stop", StringComparison.Ordinal) == true)
            {
                stopped ??= time;
            }
            else if (timer.Type?.Name == "start")
            {
                if (stopped < time)
                {
                    pauses.Add(new(stopped.Value, time.Value));
                }

                stopped = null;
            }
        }

        return pauses;
    }
}
