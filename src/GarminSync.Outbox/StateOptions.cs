using System.ComponentModel.DataAnnotations;
using FitTrack.Databases;

namespace GarminSync.Outbox;

/// <summary>The state store: where it lies and how long it remembers. Bound from <c>State</c>.</summary>
internal sealed class StateOptions : DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "State";

    /// <summary>How long the id of a handled message is kept, so that a copy of it is recognised. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// A message that is still in the outbox at this age is taken to be left behind by a process that died. If a living process needs longer to deliver it, it is
    /// sent twice (receivers drop the copy). Default: 15 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepGrace { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the outbox is searched for messages that were left behind. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a process holds a message while the state store is away, before it puts it back at the end of its queue. Must be well below the broker's
    /// <c>consumer_timeout</c> (30 minutes unless changed), after which the broker closes the consumer's channel. Default: 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan LongestHold { get; set; } = TimeSpan.FromMinutes(10);
}
