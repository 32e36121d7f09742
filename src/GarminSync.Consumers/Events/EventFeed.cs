using GarminSync.Contracts;

namespace GarminSync.Consumers.Events;

/// <summary>
/// The one row that says how far the order of events goes. Whoever gives events their places, or deletes the oldest, holds its lock.
/// </summary>
/// <remarks>
/// A new state store begins with the milliseconds since 1970, so an id of the store before it is never taken for one of its own: that one began earlier, and gave
/// fewer than a thousand a second.
/// </remarks>
internal sealed class EventFeed
{
    public const int TheOne = 1;

    public int Id { get; init; }

    /// <summary>The <see cref="PublicEvent.Id"/> of the newest event.</summary>
    public long LastId { get; set; }

    /// <summary>Events up to and including this one are deleted.</summary>
    public long DeletedTo { get; set; }
}
