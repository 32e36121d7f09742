namespace GarminSync.Contracts;

/// <summary>When an account is synchronised by itself.</summary>
/// <remarks>Consumers → the requester.</remarks>
public sealed record SyncSchedule
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>One of <see cref="SyncScheduleSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The time from one sync to the next, an ISO 8601 duration; absent with <see cref="Cron"/>, and where there is no schedule.</summary>
    public string? Every { get; init; }

    /// <summary>A cron expression of five fields; absent with <see cref="Every"/>, and where there is no schedule.</summary>
    public string? Cron { get; init; }

    /// <summary>The IANA time zone of <see cref="Cron"/>; absent without it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Values of <see cref="SyncKinds"/>; empty where there is no schedule.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Whether Garmin is asked first whether there is anything new.</summary>
    public required bool Smart { get; init; }

    /// <summary>UTC time of the next sync, or with <see cref="Smart"/> of the next question; absent where there is no schedule, and while a person has to log in first.</summary>
    public DateTimeOffset? NextSyncAt { get; init; }
}
