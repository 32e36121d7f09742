using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The workouts of one account at Garmin Connect, and their days in its calendar.</summary>
/// <remarks>Every call throws the exceptions of <see cref="GarminApi.GetAsync"/>; a workout or an entry that is not there is an answer, and no exception.</remarks>
internal sealed class GarminWorkouts(GarminApi api)
{
    private const int PageSize = 100;
    private const string TheWorkout = "a workout";
    private const string TheCalendar = "the calendar";

    /// <summary>All workouts, each once.</summary>
    public async IAsyncEnumerable<GarminWorkoutRow> ListAsync(GarminSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<long>();
        var start = 0;
        while (true)
        {
            using var page = await api.GetJsonAsync(session, new GarminCall($"workout-service/workouts?start={start}&limit={PageSize}", "the list of workouts"), cancellationToken);
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

    public async Task<bool> ExistsAsync(GarminSession session, long workoutId, CancellationToken cancellationToken) =>
        await UnlessMissingAsync(() => api.RunAsync(session, new GarminCall(PathOf(workoutId), TheWorkout), cancellationToken));

    /// <summary>Makes a workout and returns its id. Not to be repeated: what threw may have been made all the same.</summary>
    public async Task<long> CreateAsync(GarminSession session, GarminWorkout workout, CancellationToken cancellationToken)
    {
        const string What = "a new workout";
        var call = new GarminCall("workout-service/workout", What) { Method = HttpMethod.Post, JsonBody = workout.ToJson(), Repeatable = false };
        using var made = await api.GetJsonAsync(session, call, cancellationToken);
        return LenientJson.Whole(made?.RootElement ?? default, "workoutId") ?? throw new GarminUnreachableException(What, "its answer has no workout id");
    }

    /// <summary>False when there is no such workout. Its days in the calendar stay.</summary>
    public async Task<bool> ReplaceAsync(GarminSession session, long workoutId, GarminWorkout workout, CancellationToken cancellationToken)
    {
        var whole = workout with { WorkoutId = workoutId };
        return await UnlessMissingAsync(() => api.RunAsync(
            session, new GarminCall(PathOf(workoutId), "the change of a workout") { Method = HttpMethod.Put, JsonBody = whole.ToJson() }, cancellationToken));
    }

    /// <summary>The id of the calendar entry that has the workout on that day; null for none.</summary>
    public async Task<long?> FindScheduleAsync(GarminSession session, long workoutId, DateOnly day, CancellationToken cancellationToken)
    {
        // The calendar counts its months from 0, unlike everything else of Garmin's.
        using var month = await api.GetJsonAsync(session, new GarminCall($"calendar-service/year/{day.Year}/month/{day.Month - 1}", TheCalendar), cancellationToken);
        var items = LenientJson.Member(month?.RootElement ?? default, "calendarItems") ?? default;
        var entry = Items(items).FirstOrDefault(item =>
            LenientJson.Text(item, "itemType") == "workout" && LenientJson.Whole(item, "workoutId") == workoutId && LenientJson.Text(item, "date") == Iso(day));
        return LenientJson.Whole(entry, "id");
    }

    /// <summary>Puts the workout into the calendar, once more if it is there; returns the id of the entry if the answer tells. Not to be repeated.</summary>
    public async Task<long?> ScheduleAsync(GarminSession session, long workoutId, DateOnly day, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["date"] = Iso(day) });
        using var made = await api.GetJsonAsync(
            session,
            new GarminCall($"workout-service/schedule/{workoutId}", "the day of a workout") { Method = HttpMethod.Post, JsonBody = body, Repeatable = false },
            cancellationToken);
        var entry = made?.RootElement ?? default;
        return LenientJson.Whole(entry, "workoutScheduleId") ?? LenientJson.Whole(entry, "scheduledWorkoutId") ?? LenientJson.Whole(entry, "id");
    }

    /// <summary>Takes an entry out of the calendar. One that is not there is out already.</summary>
    public Task UnscheduleAsync(GarminSession session, long scheduleId, CancellationToken cancellationToken) => UnlessMissingAsync(() =>
        api.RunAsync(session, new GarminCall($"workout-service/schedule/{scheduleId}", TheCalendar) { Method = HttpMethod.Delete }, cancellationToken));

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
