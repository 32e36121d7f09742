using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>The workouts of one account, and their days.</summary>
internal sealed class WorkoutLibrary(long firstId)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, StoredWorkout> _workouts = [];
    private readonly Dictionary<long, ScheduledWorkout> _schedule = [];
    private long _nextId = firstId;

    public IReadOnlyList<StoredWorkout> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _workouts.Values.OrderByDescending(workout => workout.Updated).ThenByDescending(workout => workout.Id)];
            }
        }
    }

    public StoredWorkout? Find(long id)
    {
        lock (_lock)
        {
            return _workouts.GetValueOrDefault(id);
        }
    }

    public StoredWorkout Add(JsonObject body, DateTimeOffset now)
    {
        lock (_lock)
        {
            var id = _nextId++;
            return _workouts[id] = new StoredWorkout(id, body, now, now);
        }
    }

    /// <summary>Null when there is none with this id.</summary>
    public StoredWorkout? Replace(long id, JsonObject body, DateTimeOffset now)
    {
        lock (_lock)
        {
            return _workouts.TryGetValue(id, out var stored) ? _workouts[id] = stored with { Body = body, Updated = now } : null;
        }
    }

    /// <summary>Takes its days out of the calendar too.</summary>
    public bool Remove(long id)
    {
        lock (_lock)
        {
            foreach (var entry in _schedule.Values.Where(entry => entry.WorkoutId == id).ToList())
            {
                _schedule.Remove(entry.Id);
            }

            return _workouts.Remove(id);
        }
    }

    /// <summary>One more entry, also when there is one like it. Null when there is no such workout.</summary>
    public ScheduledWorkout? Schedule(long workoutId, DateOnly day, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_workouts.ContainsKey(workoutId))
            {
                return null;
            }

            var id = _nextId++;
            return _schedule[id] = new ScheduledWorkout(id, workoutId, day, now);
        }
    }

    public ScheduledWorkout? FindSchedule(long id)
    {
        lock (_lock)
        {
            return _schedule.GetValueOrDefault(id);
        }
    }

    public bool Unschedule(long id)
    {
        lock (_lock)
        {
            return _schedule.Remove(id);
        }
    }

    /// <summary>The entries of some days with their workouts, in order.</summary>
    public IReadOnlyList<(ScheduledWorkout Entry, StoredWorkout Workout)> Between(DateOnly first, DateOnly last)
    {
        lock (_lock)
        {
            return
            [
                .. _schedule.Values.Where(entry => entry.Day >= first && entry.Day <= last)
                    .OrderBy(entry => entry.Day).ThenBy(entry => entry.Id)
                    .Select(entry => (entry, _workouts[entry.WorkoutId])),
            ];
        }
    }
}
