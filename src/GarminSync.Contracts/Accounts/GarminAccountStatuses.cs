namespace GarminSync.Contracts;

/// <summary>The state of a linked Garmin account.</summary>
public static class GarminAccountStatuses
{
    /// <summary>Tokens are stored and were accepted when last used.</summary>
    public const string Linked = "linked";

    /// <summary>A person has to log in again.</summary>
    public const string NeedsLogin = "needs_login";

    /// <summary>Garmin limits requests; see <see cref="GarminAccountStatus.RateLimitedUntil"/>.</summary>
    public const string RateLimited = "rate_limited";
}
