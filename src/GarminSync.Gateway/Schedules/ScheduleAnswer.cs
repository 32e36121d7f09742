using GarminSync.Contracts;

namespace GarminSync.Gateway.Schedules;

/// <summary>When an account is synced by itself.</summary>
internal sealed record ScheduleAnswer
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary><c>own</c>, <c>default</c> (the schedule of all accounts that have none of their own) or <c>none</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The time from one sync to the next, an ISO 8601 duration; null with <c>cron</c>, or without a schedule.</summary>
    public string? Every { get; init; }

    /// <summary>A cron expression of five fields; null with <c>every</c>, or without a schedule.</summary>
    public string? Cron { get; init; }

    /// <summary>The IANA time zone of <c>cron</c>; null without it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What is synced; empty without a schedule.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Whether Garmin is asked first whether there is anything new.</summary>
    public required bool Smart { get; init; }

    /// <summary>UTC time of the next sync, or with <c>smart</c> of the next question; null without a schedule, and while a person has to log in.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }

    public static ScheduleAnswer From(SyncSchedule schedule) => new()
    {
        UserId = schedule.UserId,
        Source = schedule.Source,
        Every = schedule.Every,
        Cron = schedule.Cron,
        TimeZone = schedule.TimeZone,
        Kinds = schedule.Kinds,
        Smart = schedule.Smart,
        NextSyncAt = schedule.NextSyncAt,
    };
}
