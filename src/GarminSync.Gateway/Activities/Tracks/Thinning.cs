namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Picks the records that a chart needs.</summary>
internal static class Thinning
{
    /// <summary>
    /// At most <paramref name="most"/> of the records, in order: the first, the last, those on both sides of as many gaps as a quarter of them allows, and the largest and
    /// smallest value of each curve in as many stretches as half of the rest allows, so that no extreme of the whole is lost. The other half lies evenly between, for the shape of the track.
    /// </summary>
    /// <param name="count">How many records there are.</param>
    /// <param name="most">How many are wanted; at least 50, which nine curves and the gaps leave room in.</param>
    /// <param name="curves">Of each, a value a record, or null where it has none.</param>
    /// <param name="gaps">The records on both sides of each, the most important first.</param>
    public static IReadOnlyList<int> Pick(int count, int most, IReadOnlyList<IReadOnlyList<double?>> curves, IEnumerable<(int Before, int After)> gaps)
    {
        if (count <= most)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var picked = new SortedSet<int> { 0, count - 1 };
        foreach (var (before, after) in gaps.Take(most / 8))
        {
            picked.Add(before);
            picked.Add(after);
        }

        var stretches = curves.Count == 0 ? 0 : Math.Max(1, (most - picked.Count) / 2 / (2 * curves.Count));
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            PickExtremes(picked, curves, Share(count, stretch, stretches), Share(count, stretch + 1, stretches));
        }

        var even = most - picked.Count;
        picked.UnionWith(Enumerable.Range(1, even).Select(number => Share(count - 1, number, even + 1)));
        return [.. picked];
    }

    private static int Share(int count, int part, int parts) => (int)((long)count * part / parts);

    private static void PickExtremes(SortedSet<int> picked, IReadOnlyList<IReadOnlyList<double?>> curves, int from, int before)
    {
        foreach (var curve in curves)
        {
            var (smallest, largest) = (-1, -1);
            for (var i = from; i < before; i++)
            {
                if (curve[i] is { } value)
                {
                    smallest = smallest < 0 || value < curve[smallest] ? i : smallest;
                    largest = largest < 0 || value > curve[largest] ? i : largest;
                }
            }

            if (smallest >= 0)
            {
                picked.Add(smallest);
                picked.Add(largest);
            }
        }
    }
}
