using GarminSync.Contracts;

namespace GarminSync.Gateway.Accounts;

/// <summary>A linked Garmin account. Never holds a token.</summary>
internal sealed record AccountAnswer
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The Garmin user name that was linked.</summary>
    public required string Username { get; init; }

    /// <summary>Garmin's display name; null until the profile was read.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>linked</c>, <c>needs_login</c> or <c>rate_limited</c>.</summary>
    public required string Status { get; init; }

    /// <summary>UTC time of the last login.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>UTC time until which Garmin limits requests; null when it does not.</summary>
    public DateTimeOffset? RateLimitedUntil { get; init; }

    /// <summary>UTC expiry of the access token, which is refreshed without anybody's help.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>UTC time at which the last sync ended; null before the first.</summary>
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>UTC time of the next scheduled sync; null when none is scheduled.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }

    public static AccountAnswer From(GarminAccountStatus account) => new()
    {
        UserId = account.UserId,
        Username = account.UserName,
        DisplayName = account.DisplayName,
        Status = account.Status,
        LinkedAt = account.LinkedAt,
        RateLimitedUntil = account.RateLimitedUntil,
        TokenExpiresAt = account.TokenExpiresAt,
        LastSyncAt = account.LastSyncAt,
        NextSyncAt = account.NextSyncAt,
    };
}
