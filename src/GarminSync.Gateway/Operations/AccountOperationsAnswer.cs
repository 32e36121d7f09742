using GarminSync.Contracts;

namespace GarminSync.Gateway.Operations;

/// <summary>How an account is.</summary>
internal sealed record AccountOperationsAnswer
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The Garmin user name that was linked.</summary>
    public required string Username { get; init; }

    /// <summary><c>linked</c>, <c>needs_login</c> or <c>rate_limited</c>.</summary>
    public required string Status { get; init; }

    /// <summary>UTC time until which Garmin limits requests; null when it does not.</summary>
    public DateTimeOffset? RateLimitedUntil { get; init; }

    /// <summary>UTC time at which the last sync ended; null before the first.</summary>
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>UTC time of the next scheduled sync; null when none is scheduled.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }

    /// <summary>Whether a job of it is paused.</summary>
    public required bool Paused { get; init; }

    /// <summary>UTC time at which the pause ends; null without a pause, and while it waits for a login.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why, for a person; null without a pause.</summary>
    public string? PausedReason { get; init; }

    /// <summary>For each kind of data the UTC time at which the newest sync of it began that went to its end; null when there is none that is still kept.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset?> Fresh { get; init; }

    /// <summary>Requests to Garmin by day (UTC), in the last 7 days.</summary>
    public required IReadOnlyDictionary<string, long> GarminRequests { get; init; }

    public static AccountOperationsAnswer From(AccountOperations account) => new()
    {
        UserId = account.Account.UserId,
        Username = account.Account.UserName,
        Status = account.Account.Status,
        RateLimitedUntil = account.Account.RateLimitedUntil,
        LastSyncAt = account.Account.LastSyncAt,
        NextSyncAt = account.Account.NextSyncAt,
        Paused = account.IsPaused,
        PausedUntil = account.PausedUntil,
        PausedReason = account.PausedReason,
        Fresh = account.Freshness.ToDictionary(kind => kind.Kind, kind => kind.SyncedAt, StringComparer.Ordinal),
        GarminRequests = account.GarminRequests.ToDictionary(day => day.Day, day => day.Requests, StringComparer.Ordinal),
    };
}
