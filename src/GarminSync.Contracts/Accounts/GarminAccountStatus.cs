namespace GarminSync.Contracts;

/// <summary>One linked account. Never holds a token.</summary>
public sealed record GarminAccountStatus
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The Garmin user name that was linked.</summary>
    public required string UserName { get; init; }

    /// <summary>Garmin's display name; absent until the profile was read.</summary>
    public string? DisplayName { get; init; }

    /// <summary>One of <see cref="GarminAccountStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>UTC time of the last login.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>UTC time until which Garmin limits requests; absent when it does not.</summary>
    public DateTimeOffset? RateLimitedUntil { get; init; }

    /// <summary>UTC expiry of the access token; it is refreshed without anybody's help.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>UTC time at which the last sync ended; absent before the first.</summary>
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>UTC time of the next scheduled sync; absent when none is scheduled.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }
}
