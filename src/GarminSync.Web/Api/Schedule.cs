namespace GarminSync.Web.Api;

/// <summary>When an account is synced by itself, as <c>GET /api/garmin/accounts/{user_id}/schedule</c> tells it.</summary>
/// <param name="Source"><c>own</c>, <c>default</c> or <c>none</c>.</param>
/// <param name="Every">ISO 8601 duration; null with <paramref name="Cron"/>, or without a schedule.</param>
/// <param name="Cron">Five fields; null with <paramref name="Every"/>, or without a schedule.</param>
/// <param name="TimeZone">IANA name, of <paramref name="Cron"/>.</param>
/// <param name="Kinds"><c>activities</c>, <c>health</c>; empty without a schedule.</param>
/// <param name="Smart">Whether Garmin is asked first whether there is anything new.</param>
/// <param name="NextSyncAt">UTC; null without a schedule, and while the account needs a login.</param>
public sealed record Schedule(string Source, string? Every, string? Cron, string? TimeZone, IReadOnlyList<string> Kinds, bool Smart, DateTimeOffset? NextSyncAt)
{
    public const string None = "none";
    public const string Default = "default";
}
