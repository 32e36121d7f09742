using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>A list of activities of a range of days, each activity once, in Garmin's order: newest first, unless Garmin chose another.</summary>
/// <remarks>Source: docs/garmin-connect.md, sections 5.1 and 5.2.</remarks>
public sealed class ActivityListing
{
    private readonly ActivityRange _range;
    private readonly ActivityListOrder _order = new();
    private readonly List<GarminActivity> _activities = [];
    private readonly HashSet<long> _ids = [];

    internal ActivityListing(ActivityRange range) => _range = range;

    /// <summary>The activities of the range.</summary>
    public IReadOnlyList<GarminActivity> Activities => _activities;

    /// <summary>How many rows the pages had.</summary>
    public int Rows { get; private set; }

    /// <summary>How many activities Garmin listed although they are outside of the range.</summary>
    public int OutOfRange => _ids.Count - _activities.Count;

    /// <summary>It was read to the end of the range, which Garmin marks with an empty page. A short page is not the end.</summary>
    public bool ReachedEnd { get; private set; }

    /// <summary>A part of it could not be read or did not come. Then an activity that is missing here may still exist.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>No further page is to be asked for.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Whether Garmin listed the activity, in the range or outside of it.</summary>
    /// <param name="activityId">Garmin's id of it.</param>
    public bool Has(long activityId) => _ids.Contains(activityId);

    /// <param name="page">Undefined when there was no content.</param>
    internal void Add(JsonElement page)
    {
        if (page.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            CutShort();
            return;
        }

        var rows = page.EnumerateArray().Select(GarminActivityRow.Read).ToList();
        HasEnded = ReachedEnd = rows.Count == 0;
        IsCutShort |= rows.Contains(null);
        Rows += rows.Count;
        Add(rows.OfType<GarminActivity>().ToList());
    }

    private void Add(List<GarminActivity> activities)
    {
        var before = _ids.Count;
        foreach (var activity in activities)
        {
            _order.Add(activity);
            if (_ids.Add(activity.ActivityId) && _range.Has(activity))
            {
                _activities.Add(activity);
            }
        }

        if (_order.IsNewestFirst ? activities.Exists(_range.IsBefore) : _order.IsOldestFirst && activities.Exists(_range.IsAfter))
        {
            // What follows lies further outside.
            HasEnded = true;
        }
        else if (!HasEnded && _ids.Count == before)
        {
            // The page brought nothing new. A server that ignores the offset would do so for ever.
            CutShort();
        }
    }

    private void CutShort() => HasEnded = IsCutShort = true;
}
