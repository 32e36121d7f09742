namespace GarminSync.Contracts;

/// <summary>Asks for the public events that were published after a given one, oldest first. Answers: <see cref="PublicEventList"/>, <see cref="PublicEventsNotKept"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetPublicEvents
{
    /// <summary>
    /// The <see cref="PublicEvent.Id"/> after which to go on. Absent: none of what was published so far, except that a job that has ended is answered with the event
    /// that says so.
    /// </summary>
    public long? After { get; init; }

    /// <summary>Only events of this user (CentralDB's id); absent: of all, and those that name no user.</summary>
    public string? UserId { get; init; }

    /// <summary>Only events of this sync job; absent: of all, and those that name no job.</summary>
    public Guid? JobId { get; init; }

    /// <summary>Only these types, such as <c>ActivitySynced</c>; absent or empty: all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Largest number of events in the answer, 1 to 200.</summary>
    public required int Limit { get; init; }
}
