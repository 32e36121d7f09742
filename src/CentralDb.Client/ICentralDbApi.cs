using RestEase;

namespace CentralDb.Client;

/// <summary>The calls of CentralDB that this service consumes, and no other.</summary>
internal interface ICentralDbApi
{
    [Post("users")]
    Task<CentralDbUser?> CreateUserAsync([Header("Idempotency-Key")] string idempotencyKey, [Body] NewCentralDbUser user, CancellationToken cancellationToken);

    [Get("users/{userId}")]
    Task<CentralDbUser?> GetUserAsync([Path] string userId, CancellationToken cancellationToken);

    [Get("users")]
    Task<List<CentralDbUser>?> FindUsersAsync([Query] string email, CancellationToken cancellationToken);

    [Post("garmin_credentials/{userId}")]
    Task CreateCredentialsAsync(
        [Path] string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] GarminCredentials credentials, CancellationToken cancellationToken);

    [Put("garmin_credentials/{userId}")]
    Task UpdateCredentialsAsync(
        [Path] string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] GarminCredentials credentials, CancellationToken cancellationToken);

    [Get("garmin_credentials/{userId}")]
    Task<GarminCredentials?> GetCredentialsAsync([Path] string userId, CancellationToken cancellationToken);

    [Post("tokens/")]
    Task CreateTokenAsync([Header("Idempotency-Key")] string idempotencyKey, [Body] ApplicationToken token, CancellationToken cancellationToken);

    [Put("tokens/{userId}")]
    Task UpdateTokenAsync(
        [Path] string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] ApplicationToken token, CancellationToken cancellationToken);

    [Get("tokens/{userId}")]
    Task<ApplicationToken?> GetTokenAsync([Path] string userId, CancellationToken cancellationToken);

    [Post("activities/{userId}")]
    Task<StoredActivity?> UploadActivityAsync(
        [Path] string userId, [Header("Idempotency-Key")] string idempotencyKey, [Body] HttpContent form, CancellationToken cancellationToken);

    [Delete("activities/{userId}/{activityId}")]
    Task DeleteActivityAsync([Path] string userId, [Path] string activityId, CancellationToken cancellationToken);

    [Post("health_metrics")]
    Task<HealthMetricCounts?> WriteHealthMetricsAsync(
        [Header("Idempotency-Key")] string idempotencyKey, [Body] IReadOnlyList<HealthMetric> metrics, CancellationToken cancellationToken);

    [Post("health_metrics")]
    Task<HealthMetricCounts?> WriteHealthMetricAsync(
        [Header("Idempotency-Key")] string idempotencyKey, [Body] HealthMetric metric, CancellationToken cancellationToken);

    [Get("workout_plans/{workoutId}")]
    Task<WorkoutPlan?> GetWorkoutPlanAsync([Path] string workoutId, CancellationToken cancellationToken);
}
