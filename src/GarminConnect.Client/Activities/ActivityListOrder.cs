namespace GarminConnect.Client;

/// <summary>In which order the rows of a list have come so far. Starts that are less than a day apart may change places: the list may go by another clock.</summary>
internal sealed class ActivityListOrder
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(26);

    private DateTime? _oldest;
    private DateTime? _newest;

    /// <summary>As Garmin's lists are; also while there is nothing to compare.</summary>
    public bool IsNewestFirst { get; private set; } = true;

    public bool IsOldestFirst { get; private set; } = true;

    public void Add(GarminActivity activity)
    {
        if ((activity.LocalStartTime ?? activity.StartTime?.UtcDateTime) is not { } start)
        {
            return;
        }

        IsNewestFirst &= !(start - _oldest > Slack);
        IsOldestFirst &= !(_newest - start > Slack);
        _oldest = _oldest < start ? _oldest : start;
        _newest = _newest > start ? _newest : start;
    }
}
