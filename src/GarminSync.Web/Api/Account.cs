namespace GarminSync.Web.Api;

/// <summary>A linked account, as <c>GET /api/garmin/accounts</c> tells it. Times are UTC.</summary>
public sealed record Account(
    string UserId,
    string Username,
    string? DisplayName,
    string Status,
    DateTimeOffset LinkedAt,
    DateTimeOffset? RateLimitedUntil,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt)
{
    public const string Linked = "linked";
    public const string NeedsLogin = "needs_login";
    public const string RateLimited = "rate_limited";
}
