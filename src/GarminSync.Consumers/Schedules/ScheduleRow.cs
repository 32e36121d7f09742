namespace GarminSync.Consumers.Schedules;

/// <summary>The schedule of an account. An account without a row follows the default, if there is one, and soon gets a row.</summary>
internal sealed class ScheduleRow
{
    /// <summary>CentralDB's id of the user.</summary>
    public string UserId { get; set; } = "";

    /// <summary>
    /// True: <see cref="ScheduleOptions.Default"/> counts, and this row keeps the rule that <see cref="NextRunAt"/> was reckoned with. False and no rule: the account wants
    /// none.
    /// </summary>
    public bool FollowsDefault { get; set; }

    /// <summary>See <see cref="ScheduleText"/>.</summary>
    public string? Every { get; set; }

    /// <summary>See <see cref="ScheduleText"/>.</summary>
    public string? Cron { get; set; }

    /// <summary>See <see cref="ScheduleText"/>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Kinds with commas between them; null: those of a request that names none.</summary>
    public string? Kinds { get; set; }

    public bool Smart { get; set; }

    /// <summary>UTC. A time that has passed stays while the account may not be run. Null: never.</summary>
    public DateTimeOffset? NextRunAt { get; set; }

    /// <summary>UTC time at which the last run was due, which may have been later; null before the first.</summary>
    public DateTimeOffset? LastRunAt { get; set; }

    public ScheduleText Text => new(Every, Cron, TimeZone);

    public IReadOnlyList<string>? KindList => Kinds?.Split(',');
}
