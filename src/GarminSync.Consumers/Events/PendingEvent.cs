namespace GarminSync.Consumers.Events;

/// <summary>
/// A public event that is committed and has no place in the order yet. Nobody reads it: of two of these the later one may be committed first, and who had read on
/// to that one would never see the other.
/// </summary>
internal sealed class PendingEvent : EventRow
{
    /// <summary>The order in which the rows of one transaction, and of transactions that waited for one another, were written.</summary>
    public long Seq { get; init; }
}
