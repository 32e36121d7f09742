namespace GarminSync.Contracts;

/// <summary>
/// Asks that an account be synchronised by itself from now on, in place of any other schedule. Exactly one of <see cref="Every"/>, <see cref="Cron"/> and
/// <see cref="FollowDefault"/> is given.
/// Answer: <see cref="SyncSchedule"/>, or <see cref="SyncRefused"/>, whose <see cref="SyncRefused.Fields"/> say what is wrong with the fields.
/// </summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record SetSyncSchedule
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>
    /// The time from one sync to the next, an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as <c>PT6H</c>: 15 minutes to 31 days. A day has 24 hours.
    /// Absent: <see cref="Cron"/> is given.
    /// </summary>
    public string? Every { get; init; }

    /// <summary>
    /// A cron expression of five fields (minute, hour, day of the month, month, day of the week), by the clock of <see cref="TimeZone"/>; at least 15 minutes from one
    /// time to the next. The sync comes up to <c>Schedules:CronWindow</c> later. Absent: <see cref="Every"/> is given.
    /// </summary>
    public string? Cron { get; init; }

    /// <summary>The IANA time zone of <see cref="Cron"/>, such as <c>Europe/Berlin</c>; absent: UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Values of <see cref="SyncKinds"/> that need nothing else to be told; absent or empty: activities and health.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>
    /// True: at each time Garmin is asked, in one request, whether a device has uploaded anything since the last sync began, and if not there is no sync; after six hours
    /// without one there is all the same. Absent: no.
    /// </summary>
    public bool? Smart { get; init; }

    /// <summary>True: the account follows the schedule of all that have none of their own, if there is one, as before it was given one. Nothing else is given then. Absent: no.</summary>
    public bool? FollowDefault { get; init; }
}
