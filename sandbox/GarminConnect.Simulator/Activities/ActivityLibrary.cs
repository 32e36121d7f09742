namespace GarminConnect.Simulator.Activities;

/// <summary>The activities of one account.</summary>
internal sealed class ActivityLibrary
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Activity> _byId;
    private long _nextId;

    public ActivityLibrary(IEnumerable<Activity> activities, long nextId)
    {
        _byId = activities.ToDictionary(activity => activity.Id);
        _nextId = nextId;
    }

    /// <summary>Newest first by local start.</summary>
    public IReadOnlyList<Activity> Newest
    {
        get
        {
            lock (_lock)
            {
                return [.. _byId.Values.OrderByDescending(activity => activity.StartLocal).ThenByDescending(activity => activity.Id)];
            }
        }
    }

    /// <summary>Finds an activity, or a leg of a multisport activity.</summary>
    public Activity? Find(long id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id) ?? _byId.Values.SelectMany(activity => activity.Legs).FirstOrDefault(leg => leg.Id == id);
        }
    }

    /// <summary>Replaces an activity by what <paramref name="edit"/> makes of it.</summary>
    /// <returns>False when there is none with this id.</returns>
    public bool Edit(long id, Func<Activity, Activity> edit)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(id, out var activity))
            {
                return false;
            }

            _byId[id] = edit(activity);
            return true;
        }
    }

    /// <summary>Adds the activity that <paramref name="make"/> makes for the next id. The id of a deleted one does not come back.</summary>
    public Activity Add(Func<long, Activity> make)
    {
        lock (_lock)
        {
            var id = _nextId;
            _nextId += Season.IdsPerActivity;
            return _byId[id] = make(id);
        }
    }

    public bool Remove(long id)
    {
        lock (_lock)
        {
            return _byId.Remove(id);
        }
    }
}
