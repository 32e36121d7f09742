namespace GarminSync.Web.Api;

/// <summary>How an account is. Times and days are UTC.</summary>
public sealed record AccountOperations(
    string UserId,
    string Username,
    string Status,
    DateTimeOffset? RateLimitedUntil,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt,
    bool Paused,
    DateTimeOffset? PausedUntil,
    string? PausedReason,
    IReadOnlyDictionary<string, DateTimeOffset?> Fresh,
    IReadOnlyDictionary<string, long> GarminRequests);
