namespace GarminConnect.Client.Health;

/// <summary>What Garmin reckons anew about once a day, if at all, and what is not worth a request each hour.</summary>
internal static class SlowMetrics
{
    public static TimeSpan ServesFor { get; } = TimeSpan.FromHours(12);
}
