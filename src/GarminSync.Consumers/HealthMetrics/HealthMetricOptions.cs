using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Which days' health metrics are asked for. Section <c>HealthMetrics</c>.</summary>
internal sealed class HealthMetricOptions
{
    public const string SectionName = "HealthMetrics";

    /// <summary>How many days, today included, the first sync of an account fetches when it is asked for no particular ones. Default: 30.</summary>
    [Range(1, 3660)]
    public int FirstSyncDays { get; set; } = 30;

    /// <summary>After how many days without a value, on which a device gave others, an account counts as not having a metric. Default: 14.</summary>
    [Range(1, 3660)]
    public int AbsentAfterDays { get; set; } = 14;

    /// <summary>How often a metric that the account does not have is tried again, and the longest that a refused call is left out. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan AskAbsentEvery { get; set; } = TimeSpan.FromDays(7);
}
