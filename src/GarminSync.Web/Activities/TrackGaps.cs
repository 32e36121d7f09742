namespace GarminSync.Web.Activities;

/// <summary>Where a track and its curves are not joined.</summary>
internal static class TrackGaps
{
    /// <summary>
    /// The indexes after which there is nothing for at least half of the time until the next record. The API keeps the records on both sides of long times of that kind; of a
    /// short one they may be left out, and what was ridden before and after it is no gap.
    /// </summary>
    /// <param name="elapsed">Seconds since the start, one a record, never falling.</param>
    /// <param name="times">In which there is nothing: from when to when, in seconds since the start.</param>
    public static IReadOnlySet<int> Of(IReadOnlyList<double> elapsed, IEnumerable<(double From, double To)> times)
    {
        var nothing = new double[elapsed.Count];
        foreach (var (from, to) in times)
        {
            for (var i = Math.Max(0, FirstAfter(elapsed, from) - 1); i + 1 < elapsed.Count && elapsed[i] < to; i++)
            {
                nothing[i] += Math.Max(0, Math.Min(to, elapsed[i + 1]) - Math.Max(from, elapsed[i]));
            }
        }

        return Enumerable.Range(0, Math.Max(0, elapsed.Count - 1)).Where(i => nothing[i] > 0 && nothing[i] >= (elapsed[i + 1] - elapsed[i]) / 2).ToHashSet();
    }

    private static int FirstAfter(IReadOnlyList<double> elapsed, double time)
    {
        var (from, before) = (0, elapsed.Count);
        while (from < before)
        {
            var middle = (from + before) / 2;
            (from, before) = elapsed[middle] > time ? (from, middle) : (middle + 1, before);
        }

        return from;
    }
}
