namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>How long the timer stood still up to a moment. A file may have hundreds of thousands of pauses, so none is looked at for each step.</summary>
internal sealed class PausedTime
{
    private readonly List<(double From, double To, double Before)> _pauses = [];

    /// <param name="pauses">In any order; where they overlap, the time counts once.</param>
    public PausedTime(IEnumerable<TrackPause> pauses)
    {
        foreach (var (from, to) in pauses.OrderBy(pause => pause.FromElapsedSeconds))
        {
            var (start, before) = _pauses is [.., var last] ? (Math.Max(from, last.To), last.Before + last.To - last.From) : (from, 0);
            if (to > start)
            {
                _pauses.Add((start, to, before));
            }
        }
    }

    /// <summary>Paused seconds between two moments.</summary>
    public double Between(double from, double to) => UpTo(to) - UpTo(from);

    private double UpTo(double moment)
    {
        var (first, behind) = (0, _pauses.Count);
        while (first < behind)
        {
            var middle = (first + behind) / 2;
            (first, behind) = _pauses[middle].From < moment ? (middle + 1, behind) : (first, middle);
        }

        return first == 0 ? 0 : _pauses[first - 1].Before + Math.Min(moment, _pauses[first - 1].To) - _pauses[first - 1].From;
    }
}
