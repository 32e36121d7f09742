using System.Text.Json;
using Refit;

namespace CentralDb.Client;

/// <summary>The calls of CentralDB that this client makes, and no other. Refit generates the implementation at build time.</summary>
internal interface ICentralDbApi
{
    [Post("/users")]
    Task<CentralDbUser?> CreateUserAsync([Header("Idempotency-Key")] string idempotencyKey, [Body] NewCentralDbUser user, CancellationToken cancellationToken);

    [Get("/users/{userId}")]
    Task<CentralDbUser?> GetUserAsync(string userId, CancellationToken cancellationToken);

    [Get("/users")]
    Task<List<CentralDbUser>?> FindUsersAsync(string email, CancellationToken cancellationToken);

    [Delete("/users/{userId}")]
    Task<HttpResponseMessage> EraseUserAsync(string userId, CancellationToken cancellationToken);

    [Post("/garmin_credentials/{userId}")]
    Task CreateCredentialsAsync(
        string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] GarminCredentials credentials, CancellationToken cancellationToken);

    [Put("/garmin_credentials/{userId}")]
    Task UpdateCredentialsAsync(
        string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] GarminCredentials credentials, CancellationToken cancellationToken);

    [Get("/garmin_credentials/{userId}")]
    Task<GarminCredentials?> GetCredentialsAsync(string userId, CancellationToken cancellationToken);

    [Post("/tokens/")]
    Task CreateTokenAsync([Header("Idempotency-Key")] string idempotencyKey, [Body] ApplicationToken token, CancellationToken cancellationToken);

    [Put("/tokens/{userId}")]
    Task UpdateTokenAsync(
        string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] ApplicationToken token, CancellationToken cancellationToken);

    [Get("/tokens/{userId}")]
    Task<ApplicationToken?> GetTokenAsync(string userId, CancellationToken cancellationToken);

    // Not [Multipart]: a StreamPart can be sent only once, and a repeat has to send the file again. Not buffered: a file may be large.
    // A server that refuses the size says so before the file is on its way, or would break the connection in the middle of it.
    [Post("/activities/{userId}")]
    [Headers("Expect: 100-continue")]
    Task<StoredActivity?> UploadActivityAsync(
        string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body(false)] HttpContent form, CancellationToken cancellationToken);

    [Get("/limits")]
    Task<CentralDbLimits?> GetLimitsAsync(CancellationToken cancellationToken);

    [Delete("/activities/{userId}/{activityId}")]
    Task DeleteActivityAsync(string userId, string activityId, CancellationToken cancellationToken);

    [Get("/activities/{userId}/overview")]
    Task<ActivityPage?> ListActivitiesAsync(
        string userId,
        [AliasAs("type"), Query(CollectionFormat.Multi)] IReadOnlyList<string> types,
        string? text,
        string? from,
        string? to,
        [AliasAs("min_distance_meters")] string? minDistanceMeters,
        [AliasAs("max_distance_meters")] string? maxDistanceMeters,
        [AliasAs("min_duration_seconds")] string? minDurationSeconds,
        [AliasAs("max_duration_seconds")] string? maxDurationSeconds,
        string sort,
        string order,
        string? cursor,
        int limit,
        CancellationToken cancellationToken);

    [Get("/activities/{userId}/overview/{garminActivityId}")]
    Task<ActivityOverview?> GetActivityAsync(string userId, long garminActivityId, CancellationToken cancellationToken);

    [Get("/activities/{userId}/overview/{garminActivityId}/revisions")]
    Task<IReadOnlyList<ActivityRevision>?> ListActivityRevisionsAsync(string userId, long garminActivityId, CancellationToken cancellationToken);

    [Get("/activities/{userId}/{activityId}/file")]
    Task<HttpResponseMessage> DownloadActivityFileAsync(
        string userId, string activityId, [Property(WholeAnswerHandler.PartByPart)] bool partByPart, CancellationToken cancellationToken);

    [Get("/activities/{userId}/types")]
    Task<List<ActivityTypeCount>?> ListActivityTypesAsync(string userId, CancellationToken cancellationToken);

    [Get("/health_metrics/series")]
    Task<ItemList<HealthMetricSeries>?> GetHealthMetricSeriesAsync(
        [AliasAs("user_id")] string userId,
        [AliasAs("metric_type"), Query(CollectionFormat.Multi)] IReadOnlyList<string> metricTypes,
        string? from,
        string? to,
        int points,
        CancellationToken cancellationToken);

    [Get("/health_metrics/days")]
    Task<ItemList<HealthMetricDays>?> GetHealthMetricDaysAsync(
        [AliasAs("user_id")] string userId,
        [AliasAs("metric_type"), Query(CollectionFormat.Multi)] IReadOnlyList<string> metricTypes,
        string? from,
        string? to,
        CancellationToken cancellationToken);

    [Get("/health_metrics/latest")]
    Task<ItemList<LatestHealthMetric>?> GetLatestHealthMetricsAsync([AliasAs("user_id")] string userId, CancellationToken cancellationToken);

    [Post("/health_metrics")]
    Task<HealthMetricCounts?> WriteHealthMetricsAsync(
        [Header("Idempotency-Key")] string idempotencyKey, [Body] IReadOnlyList<HealthMetric> metrics, CancellationToken cancellationToken);

    [Post("/health_metrics")]
    Task<HealthMetricCounts?> WriteHealthMetricAsync(
        [Header("Idempotency-Key")] string idempotencyKey, [Body] HealthMetric metric, CancellationToken cancellationToken);

    [Put("/health_metrics/range")]
    Task<HealthMetricCounts?> ReplaceHealthMetricsAsync(
        [Header("Idempotency-Key")] string idempotencyKey, [Body] HealthMetricRange range, CancellationToken cancellationToken);

    [Get("/health_metrics")]
    Task<JsonElement> ListHealthMetricsAsync(
        [AliasAs("user_id")] string userId, [AliasAs("metric_type")] string metricType, string from, string to, CancellationToken cancellationToken);

    [Get("/workout_plans")]
    Task<WorkoutPlanPage?> ListWorkoutPlansAsync([AliasAs("user_id")] string userId, int limit, int offset, CancellationToken cancellationToken);

    [Get("/health_metrics")]
    Task<ItemList<HealthMetric>?> GetHealthMetricsAsync(
        [AliasAs("user_id")] string userId, [AliasAs("metric_type")] string metricType, string from, string to, CancellationToken cancellationToken);

    [Get("/workout_plans/{workoutId}")]
    Task<WorkoutPlan?> GetWorkoutPlanAsync(string workoutId, CancellationToken cancellationToken);
}
