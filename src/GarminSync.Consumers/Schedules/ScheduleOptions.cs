using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Schedules;

/// <summary>When accounts are synchronised by themselves. Configuration section <c>Schedules</c>.</summary>
internal sealed class ScheduleOptions
{
    public const string SectionName = "Schedules";

    /// <summary>The schedule of all accounts that have none of their own.</summary>
    public DefaultScheduleOptions Default { get; set; } = new();

    /// <summary>How far accounts are spread after the times of a cron expression, in whole seconds; zero: not at all. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan CronWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest time until it is looked again for what is due. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(30);
}
