namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>A time without a record, much longer than is usual in the file, though the timer ran: the device had no power, or the file has a damage.</summary>
/// <param name="FromElapsedSeconds">Of the record before it: seconds since the first record.</param>
/// <param name="ToElapsedSeconds">Of the record after it: seconds since the first record.</param>
internal sealed record TrackHole(double FromElapsedSeconds, double ToElapsedSeconds)
{
    private const double LeastSeconds = 30;

    // Watches that save room keep a record only now and then.
    private const int UsualSteps = 8;

    /// <param name="elapsed">Of all records, none left out: a thinned track has steps of its own.</param>
    /// <param name="pauses">In which no record is missed.</param>
    public static IReadOnlyList<TrackHole> Of(IReadOnlyList<double?>? elapsed, IReadOnlyList<TrackPause> pauses)
    {
        var known = (elapsed ?? []).OfType<double>().ToList();
        var steps = known.Zip(known.Skip(1), (one, next) => new TrackHole(one, next)).ToList();
        if (steps.Count == 0)
        {
            return [];
        }

        var usual = steps.Select(step => step.Seconds).Order().ElementAt(steps.Count / 2);
        var longest = Math.Max(LeastSeconds, usual * UsualSteps);
        var paused = new PausedTime(pauses);
        return [.. steps.Where(step => step.Seconds > longest && step.Seconds - paused.Between(step.FromElapsedSeconds, step.ToElapsedSeconds) > longest)];
    }

    private double Seconds => ToElapsedSeconds - FromElapsedSeconds;
}
