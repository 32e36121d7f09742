using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>A list of activities, newest first, each activity once.</summary>
/// <remarks>Source: docs/garmin-connect.md, sections 5.1 and 5.2.</remarks>
public sealed class ActivityListing
{
    private readonly DateTimeOffset? _stopBefore;
    private readonly List<GarminActivity> _activities = [];
    private readonly HashSet<long> _ids = [];

    /// <param name="stopBefore">Activities that started earlier are left out; null: none are.</param>
    internal ActivityListing(DateTimeOffset? stopBefore) => _stopBefore = stopBefore;

    /// <summary>The activities, newest first.</summary>
    public IReadOnlyList<GarminActivity> Activities => _activities;

    /// <summary>How many rows the pages had.</summary>
    public int Rows { get; private set; }

    /// <summary>It was read to the end of the range, which Garmin marks with an empty page. A short page is not the end.</summary>
    public bool ReachedEnd { get; private set; }

    /// <summary>A part of it could not be read or did not come. Then an activity that is missing here may still exist.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>No further page is to be asked for.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Whether the activity is in the list.</summary>
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
        Add(rows.OfType<GarminActivity>());
    }

    private void Add(IEnumerable<GarminActivity> activities)
    {
        var before = _activities.Count;
        foreach (var activity in activities)
        {
            if (activity.StartTime < _stopBefore)
            {
                HasEnded = true;
                return;
            }

            if (_ids.Add(activity.ActivityId))
            {
                _activities.Add(activity);
            }
        }

        if (!HasEnded && _activities.Count == before)
        {
            // The page brought nothing new. A server that ignores the offset would do so for ever.
            CutShort();
        }
    }

    private void CutShort() => HasEnded = IsCutShort = true;
}
