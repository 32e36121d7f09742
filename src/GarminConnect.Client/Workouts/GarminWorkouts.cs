using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The workouts of an account at Garmin Connect, and their days in its calendar. Safe for several threads and accounts at once.</summary>
/// <remarks>
/// Every call may throw each kind of <see cref="GarminException"/>: the kind says what to do next. That a workout or an entry does not exist is an answer, and no
/// exception, where a call says so. Source: docs/garmin-connect.md, section 7.1.
/// </remarks>
public sealed class GarminWorkouts
{
    private const int PageSize = 100;
    private const string TheWorkout = "a workout";
    private const string TheCalendar = "the calendar";

    private readonly GarminApi _api;

    internal GarminWorkouts(GarminApi api) => _api = api;

    /// <summary>All workouts, each once. One request for each 100 of them, and one that meets the end.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async IAsyncEnumerable<GarminWorkoutRow> ListAsync(GarminSession session, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<long>();
        var start = 0;
        while (true)
        {
            using var page = await _api.GetJsonAsync(session, new GarminCall($"workout-service/workouts?start={start}&limit={PageSize}", "the list of workouts"), cancellationToken);
            var rows = Items(page?.RootElement ?? default);
            var fresh = rows.Select(Row).OfType<GarminWorkoutRow>().Where(row => seen.Add(row.WorkoutId)).ToList();
            if (fresh.Count == 0)
            {
                yield break;
            }

            foreach (var row in fresh)
            {
                yield return row;
            }

            start += rows.Count;
        }
    }

    /// <summary>Whether there is such a workout.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workoutId">Garmin's id of the workout.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<bool> ExistsAsync(GarminSession session, long workoutId, CancellationToken cancellationToken = default) =>
        await UnlessMissingAsync(() => _api.RunAsync(session, new GarminCall(PathOf(workoutId), TheWorkout), cancellationToken));

    /// <summary>Makes a workout and returns its id. When it throws, the workout may have been made all the same: look for it before another try.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workout">The workout, without an id.</param>
    /// <param name="cancellationToken">Gives up. The call may be carried out all the same.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<long> CreateAsync(GarminSession session, GarminWorkout workout, CancellationToken cancellationToken = default)
    {
        const string What = "a new workout";
        var call = new GarminCall("workout-service/workout", What) { Method = HttpMethod.Post, JsonBody = workout.ToJson(), Repeatable = false, ReadRefusal = WorkoutRefusal.Read };
        using var made = await _api.GetJsonAsync(session, call, cancellationToken);
        return LenientJson.Whole(made?.RootElement ?? default, "workoutId") ?? throw new GarminUnreachableException(What, "its answer has no workout id");
    }

    /// <summary>Replaces a workout as a whole; its days in the calendar stay. False when there is no such workout.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workoutId">Garmin's id of the workout.</param>
    /// <param name="workout">What it becomes.</param>
    /// <param name="cancellationToken">Gives up. The call may be carried out all the same.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<bool> ReplaceAsync(GarminSession session, long workoutId, GarminWorkout workout, CancellationToken cancellationToken = default)
    {
        var whole = workout with { WorkoutId = workoutId };
        var call = new GarminCall(PathOf(workoutId), "the change of a workout") { Method = HttpMethod.Put, JsonBody = whole.ToJson(), ReadRefusal = WorkoutRefusal.Read };
        return await UnlessMissingAsync(() => _api.RunAsync(session, call, cancellationToken));
    }

    /// <summary>Deletes a workout, if it is there. Whether its days in the calendar go with it is not verified: take it off them first. False when there is no such workout.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workoutId">Garmin's id of the workout.</param>
    /// <param name="cancellationToken">Gives up. The call may be carried out all the same.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<bool> DeleteAsync(GarminSession session, long workoutId, CancellationToken cancellationToken = default) =>
        await UnlessMissingAsync(() => _api.RunAsync(session, new GarminCall(PathOf(workoutId), TheWorkout) { Method = HttpMethod.Delete }, cancellationToken));

    /// <summary>The id of the calendar entry that has the workout on a day; null for none.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workoutId">Garmin's id of the workout.</param>
    /// <param name="day">The athlete's day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<long?> FindScheduleAsync(GarminSession session, long workoutId, DateOnly day, CancellationToken cancellationToken = default)
    {
        // The calendar counts its months from 0, unlike other dates of Garmin.
        using var month = await _api.GetJsonAsync(session, new GarminCall($"calendar-service/year/{day.Year}/month/{day.Month - 1}", TheCalendar) { Endpoint = "calendar-service/year/{year}/month/{month}" }, cancellationToken);
        var items = LenientJson.Member(month?.RootElement ?? default, "calendarItems") ?? default;
        var entry = Items(items).FirstOrDefault(item =>
            LenientJson.Text(item, "itemType") == "workout" && LenientJson.Whole(item, "workoutId") == workoutId && LenientJson.Text(item, "date") == Iso(day));
        return LenientJson.Whole(entry, "id");
    }

    /// <summary>
    /// Puts a workout on a day of the calendar; if it is there, it will be there twice. Returns the id of the entry, or null when the answer does not tell. When it
    /// throws, the entry may have been made all the same: look for it with <see cref="FindScheduleAsync"/> before another try.
    /// </summary>
    /// <param name="session">The account's session.</param>
    /// <param name="workoutId">Garmin's id of the workout.</param>
    /// <param name="day">The athlete's day.</param>
    /// <param name="cancellationToken">Gives up. The call may be carried out all the same.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<long?> ScheduleAsync(GarminSession session, long workoutId, DateOnly day, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["date"] = Iso(day) });
        var call = new GarminCall($"workout-service/schedule/{workoutId}", "the day of a workout")
        {
            Method = HttpMethod.Post,
            JsonBody = body,
            Repeatable = false,
            ReadRefusal = WorkoutRefusal.Read,
        };
        using var made = await _api.GetJsonAsync(session, call, cancellationToken);
        var entry = made?.RootElement ?? default;
        return LenientJson.Whole(entry, "workoutScheduleId") ?? LenientJson.Whole(entry, "scheduledWorkoutId") ?? LenientJson.Whole(entry, "id");
    }

    /// <summary>Takes an entry out of the calendar, if it is there. The workout stays.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="scheduleId">Garmin's id of the entry.</param>
    /// <param name="cancellationToken">Gives up. The call may be carried out all the same.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public Task UnscheduleAsync(GarminSession session, long scheduleId, CancellationToken cancellationToken = default) => UnlessMissingAsync(() =>
        _api.RunAsync(session, new GarminCall($"workout-service/schedule/{scheduleId}", TheCalendar) { Method = HttpMethod.Delete }, cancellationToken));

    private static async Task<bool> UnlessMissingAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (GarminNotFoundException)
        {
            return false;
        }
    }

    private static GarminWorkoutRow? Row(JsonElement row) =>
        LenientJson.Whole(row, "workoutId") is { } id ? new GarminWorkoutRow(id, LenientJson.Text(row, "description")) : null;

    private static List<JsonElement> Items(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => [.. list.EnumerateArray()],
        _ => throw new GarminUnreachableException("a list of workouts", "its answer is not a list"),
    };

    private static string PathOf(long workoutId) => $"workout-service/workout/{workoutId}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
