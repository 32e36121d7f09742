using GarminSync.Contracts;

namespace GarminSync.Consumers.Events;

/// <summary>
/// The one row that says how far the order of events goes. Whoever gives events their places, or deletes the oldest, holds its lock.
/// </summary>
/// <remarks>
/// Ids are never below the milliseconds since 1970. So those of a new store, or of one that was restored from a backup, are above all that were given before, and
/// whoever comes back with an old one neither misses an event nor takes one for another.
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
