namespace GarminSync.Contracts;

/// <summary>Why a sync request was refused: values of <see cref="SyncRefused.Reason"/>.</summary>
public static class SyncRefusals
{
    /// <summary>CentralDB has no such user.</summary>
    public const string UnknownUser = "unknown_user";

    /// <summary>The user has no linked Garmin account, or none is linked at all.</summary>
    public const string NotLinked = "not_linked";

    /// <summary>No user was named and more than one account is linked.</summary>
    public const string AmbiguousUser = "ambiguous_user";

    /// <summary>Garmin wants a person to log in again.</summary>
    public const string NeedsLogin = "needs_login";

    /// <summary>A sync of the account runs and the request asked not to wait.</summary>
    public const string AlreadyRunning = "already_running";

    /// <summary>Garmin limits requests of this account until <see cref="SyncRefused.RetryAt"/>.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>A field has a value that is not allowed; <see cref="SyncRefused.Detail"/> names it.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>As many jobs of the account wait as may.</summary>
    public const string TooManyQueued = "too_many_queued";

    /// <summary>CentralDB has no such workout plan.</summary>
    public const string UnknownWorkout = "unknown_workout";

    /// <summary>The user is being erased.</summary>
    public const string BeingErased = "being_erased";

    /// <summary>CentralDB did not answer, so the user could not be looked up.</summary>
    public const string CentralDbUnreachable = "central_db_unreachable";
}
