using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Schedules;

/// <summary>When to sync an account by itself: exactly one of <c>every</c>, <c>cron</c> and <c>follow_default</c>.</summary>
/// <param name="Every">The time from one sync to the next, an ISO 8601 duration such as <c>PT6H</c>: 15 minutes to 31 days.</param>
/// <param name="Cron">A cron expression of five fields, such as <c>0 */6 * * *</c>; at least 15 minutes from one time to the next.</param>
/// <param name="TimeZone">The IANA time zone of <c>cron</c>, such as <c>Europe/Berlin</c>; absent: UTC.</param>
/// <param name="Kinds"><c>activities</c>, <c>health</c>; absent: both.</param>
/// <param name="Smart">True: sync only when Garmin says that a device has uploaded something, or when the last sync began six hours ago or more.</param>
/// <param name="FollowDefault">True, and nothing else: like all accounts that have no schedule of their own.</param>
internal sealed record ScheduleBody(
    string? Every = null, string? Cron = null, string? TimeZone = null, IReadOnlyList<string>? Kinds = null, bool? Smart = null, bool? FollowDefault = null)
{
    private const int MaxBytes = 16 * 1024;

    public static ValueTask<ScheduleBody> BindAsync(HttpContext context) => JsonBody.ReadAsync(context, MaxBytes, Read);

    // What the texts say is checked by the consumers, who have to understand them.
    private static ScheduleBody Read(JsonFields fields)
    {
        var body = new ScheduleBody(fields.Text("every"), fields.Text("cron"), fields.Text("time_zone"), fields.Texts("kinds"), fields.Flag("smart"), fields.Flag("follow_default"));
        fields.RefuseOthers();
        return body;
    }

    public SetSyncSchedule ToRequest(string userId) => new() { UserId = userId, Every = Every, Cron = Cron, TimeZone = TimeZone, Kinds = Kinds, Smart = Smart, FollowDefault = FollowDefault };
}
