using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Events;

/// <summary>The public events that are kept for readers without a broker. Section <c>Events</c>.</summary>
internal sealed class EventOptions
{
    public const string SectionName = "Events";

    /// <summary>How long an event can be read after it was published. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(7);
}
