using System.Text;

namespace GarminSync.Web.Api;

/// <summary>The calls about activities and workouts.</summary>
internal sealed partial class GarminApi
{
    /// <summary>Activities on a page of the list; what is not seen is not asked for.</summary>
    public const int ActivitiesAtOnce = 50;

    public Task<ApiAnswer<ActivityList>> ActivitiesAsync(string userId, ActivitySearch search, CancellationToken cancellationToken)
    {
        var path = new StringBuilder($"api/garmin/activities?user_id={Uri.EscapeDataString(userId)}&limit={ActivitiesAtOnce}");
        foreach (var (name, value) in new[]
                 {
                     ("type", search.Type), ("q", search.Text), ("from", search.From), ("to", search.To), ("sort", search.Sort), ("cursor", search.Cursor),
                 })
        {
            path.Append(string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}");
        }

        return AskAsync<ActivityList>(HttpMethod.Get, path.ToString(), null, cancellationToken);
    }

    public Task<ApiAnswer<ActivityTypeList>> ActivityTypesAsync(string userId, CancellationToken cancellationToken) =>
        AskAsync<ActivityTypeList>(HttpMethod.Get, $"api/garmin/activities/types?user_id={Uri.EscapeDataString(userId)}", null, cancellationToken);

    public Task<ApiAnswer<GarminActivity>> ActivityAsync(string userId, long id, CancellationToken cancellationToken) =>
        AskAsync<GarminActivity>(HttpMethod.Get, $"api/garmin/activities/{id}?user_id={Uri.EscapeDataString(userId)}", null, cancellationToken);

    /// <param name="userId">Whose.</param>
    /// <param name="id">The activity.</param>
    /// <param name="points">Records at most.</param>
    public Task<ApiAnswer<Track>> TrackAsync(string userId, long id, int points, CancellationToken cancellationToken) =>
        AskAsync<Track>(HttpMethod.Get, $"api/garmin/activities/{id}/track?user_id={Uri.EscapeDataString(userId)}&points={points}", null, cancellationToken);

    public Task<ApiAnswer<ActivityRevisionList>> ActivityRevisionsAsync(string userId, long id, CancellationToken cancellationToken) =>
        AskAsync<ActivityRevisionList>(HttpMethod.Get, $"api/garmin/activities/{id}/revisions?user_id={Uri.EscapeDataString(userId)}", null, cancellationToken);

    /// <summary>Begins to read a file; the caller disposes of the answer.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<HttpResponseMessage> FileAsync(string? userId, long id, string format, int part, CancellationToken cancellationToken)
    {
        var whose = userId is null ? "" : $"&user_id={Uri.EscapeDataString(userId)}";
        using var request = await RequestAsync(HttpMethod.Get, $"api/garmin/activities/{id}/file?format={Uri.EscapeDataString(format)}&part={part}{whose}");
        return await Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <param name="userId">Whose.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many to pass over.</param>
    public Task<ApiAnswer<WorkoutList>> WorkoutsAsync(string userId, int limit, int offset, CancellationToken cancellationToken) =>
        AskAsync<WorkoutList>(HttpMethod.Get, $"api/garmin/workouts?user_id={Uri.EscapeDataString(userId)}&limit={limit}&offset={offset}", null, cancellationToken);

    public Task<ApiAnswer<Job>> SendWorkoutAsync(WorkoutSync workout, CancellationToken cancellationToken) =>
        AskAsync<Job>(HttpMethod.Post, "api/garmin/sync/workouts", workout, cancellationToken);

    /// <summary>What became of a plan at Garmin.</summary>
    public Task<ApiAnswer<WorkoutStatus>> WorkoutStatusAsync(string userId, string workoutId, CancellationToken cancellationToken) =>
        AskAsync<WorkoutStatus>(HttpMethod.Get, WorkoutOf(userId, workoutId, "/status"), null, cancellationToken);

    /// <summary>Takes a plan that was sent back from Garmin.</summary>
    public Task<ApiAnswer<Job>> RemoveWorkoutAsync(string userId, string workoutId, CancellationToken cancellationToken) =>
        AskAsync<Job>(HttpMethod.Delete, WorkoutOf(userId, workoutId, ""), null, cancellationToken);

    private static string WorkoutOf(string userId, string workoutId, string more) => $"api/garmin/workouts/{Uri.EscapeDataString(workoutId)}{more}?user_id={Uri.EscapeDataString(userId)}";
}
