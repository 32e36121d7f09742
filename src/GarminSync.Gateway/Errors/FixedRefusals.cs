namespace GarminSync.Gateway.Errors;

/// <summary>The refusals whose bodies must not change by a byte: callers of the original compare them.</summary>
internal static class FixedRefusals
{
    public static readonly Refusal InvalidCredentials = Fixed(StatusCodes.Status401Unauthorized, "Invalid Garmin credentials provided.");

    public static readonly Refusal NotLinked = Fixed(StatusCodes.Status401Unauthorized, "Not authenticated or Garmin Connect account not linked.");

    public static readonly Refusal WorkoutNotFound = Fixed(StatusCodes.Status404NotFound, "Workout not found.");

    public static readonly Refusal AlreadyRunning =
        Fixed(StatusCodes.Status409Conflict, "A synchronization is already in progress. Please wait or check status.");

    private static readonly Refusal RateLimitExceeded = Fixed(StatusCodes.Status429TooManyRequests, "Rate limit exceeded. Please try again later.");

    public static Refusal RateLimited(DateTimeOffset? retryAt) => RateLimitExceeded with { RetryAt = retryAt };

    private static Refusal Fixed(int status, string detail) => new(status, detail) { IsFixed = true };
}
