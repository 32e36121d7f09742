using System.ComponentModel.DataAnnotations;

namespace GarminSync.Gateway.Events;

/// <summary>Streams of events. Section <c>Gateway:Events</c>.</summary>
internal sealed class EventStreamOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Gateway:Events";

    /// <summary>How often a stream on which nothing happens shows that it is alive; below the idle time of the proxies on its way. Default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);
}
