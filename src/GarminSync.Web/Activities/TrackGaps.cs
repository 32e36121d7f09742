using GarminSync.Web.Api;

namespace GarminSync.Web.Activities;

/// <summary>Where a track and its curves are not joined.</summary>
internal static class TrackGaps
{
    private const double LeastSeconds = 30;

    // Watches that save room keep a record only now and then.
    private const int UsualSteps = 8;

    /// <summary>The indexes after which there is a pause, or a time without a record that is much longer than usual.</summary>
    /// <param name="elapsed">Seconds since the start, one a record.</param>
    /// <param name="pauses">When the timer stood still.</param>
    public static IReadOnlySet<int> Of(IReadOnlyList<double> elapsed, IReadOnlyList<TrackPause> pauses)
    {
        var gaps = new HashSet<int>();
        var steps = elapsed.Zip(elapsed.Skip(1), (one, next) => next - one).Order().ToList();
        var longest = steps.Count > 0 ? Math.Max(LeastSeconds, steps[steps.Count / 2] * UsualSteps) : 0;
        for (var i = 0; i + 1 < elapsed.Count; i++)
        {
            var (from, to) = (elapsed[i], elapsed[i + 1]);
            if (to - from > longest || pauses.Any(pause => pause.FromElapsedSeconds < to && pause.ToElapsedSeconds > from))
            {
                gaps.Add(i);
            }
        }

        return gaps;
    }
}
