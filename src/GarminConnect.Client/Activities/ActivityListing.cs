using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The list of activities as its pages come in: newest first, each activity once.</summary>
/// <param name="stopBefore">Nothing that started before is wanted; null for everything.</param>
internal sealed class ActivityListing(DateTimeOffset? stopBefore)
{
    private readonly List<GarminActivity> _activities = [];
    private readonly HashSet<long> _ids = [];

    public IReadOnlyList<GarminActivity> Activities => _activities;

    /// <summary>How many rows the pages had: where the next one begins.</summary>
    public int Rows { get; private set; }

    /// <summary>No further page is to be asked for.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>It was read to the end, which Garmin marks with an empty page. A short page is none.</summary>
    public bool ReachedEnd { get; private set; }

    /// <summary>A part of it could not be read or never came. That an activity is not in it then says nothing.</summary>
    public bool IsCutShort { get; private set; }

    public bool Has(long activityId) => _ids.Contains(activityId);

    /// <param name="page">Undefined when there was no content.</param>
    public void Add(JsonElement page)
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
            if (activity.StartTime < stopBefore)
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
            // A page that brings nothing new: a server that ignores the offset would never let go.
            CutShort();
        }
    }

    private void CutShort() => HasEnded = IsCutShort = true;
}
