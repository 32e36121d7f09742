using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What is known of the account's devices besides the answer about a day.</summary>
/// <param name="LastSpoken">The last day with values of a device; null when there is none.</param>
/// <param name="UtcOffsetSeconds">The athlete's offset from UTC; null when it is not known.</param>
internal sealed record DeviceWord(DateOnly? LastSpoken, int? UtcOffsetSeconds = null)
{
    /// <summary>With what an answer tells of a day.</summary>
    public DeviceWord With(MetricDay day) => day.HasDeviceValues && !(LastSpoken >= day.Day) ? this with { LastSpoken = day.Day } : this;
}
